/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.edge.computer.internal.function.ProcessFunction.Mode;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionException.Reason;
import io.telamon.edge.spi.FunctionInput;
import io.telamon.edge.spi.FunctionOutput;
import io.telamon.testkit.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real executables: shell scripts. */
class ProcessFunctionTest {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @TempDir Path folder;

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    @Test
    void rawInputComesOutAsTheScriptMakesIt() throws Exception {
        ProcessFunction function = shell(Mode.RAW, "tr a-z A-Z");

        assertThat(call(function, "grüße").text()).isEqualTo("GRüßE");
    }

    @Test
    void whatIsNoTextIsData() throws Exception {
        ProcessFunction function = shell(Mode.RAW, "printf '\\377\\376'");

        FunctionOutput output = call(function, "");

        assertThat(output.text()).isEmpty();
        assertThat(output.data()).containsExactly(0xff, 0xfe);
    }

    @Test
    void muchInputThatIsNotReadDoesNotMatter() throws Exception {
        ProcessFunction function = shell(Mode.RAW, "echo -n done");

        assertThat(call(function, "x".repeat(1_000_000)).text()).isEqualTo("done");
    }

    @Test
    void jsonTellsStatesAndGivesThemBack() throws Exception {
        ProcessFunction function =
                shell(
                        Mode.JSON,
                        "grep -q '\"states\":{\"count\":\"MQ==\"}' && "
                                + "echo '{\"output\":{\"n\":2},\"states\":{\"count\":\"Mg==\"}}'");

        FunctionOutput output =
                function.call(
                        new FunctionInput("f", "in", new byte[0], Map.of("count", bytes("1"))),
                        new Stop());

        assertThat(output.text()).isEqualTo("{\"n\":2}");
        assertThat(output.states().get("count")).isEqualTo(bytes("2"));
    }

    @Test
    void aProcessThatTakesLinesIsKept() throws Exception {
        ProcessFunction function =
                shell(Mode.LINES, "while read line; do echo \"{\\\"output\\\":\\\"$$\\\"}\"; done");

        String first = call(function, "a").text();
        String second = call(function, "b").text();

        assertThat(first).matches("\\d+").isEqualTo(second);
        function.close();
        Await.until("the kept process is gone", () -> gone(first));
    }

    @Test
    void aKeptProcessThatDiedIsReplaced() throws Exception {
        ProcessFunction function =
                shell(Mode.LINES, "read line; echo \"{\\\"output\\\":\\\"$$\\\"}\"");
        String first = call(function, "a").text();
        Await.until("the process ended", () -> gone(first));

        assertThat(call(function, "b").text()).isNotEqualTo(first);
    }

    @Test
    void errorsAreToldWithTheirReason() {
        assertFails(shell(Mode.RAW, "echo broken >&2; exit 3"), "Exit code 3: broken");
        assertFails(shell(Mode.JSON, "echo '{\"error\":\"bad input\"}'"), "bad input");
        assertFails(shell(Mode.JSON, "echo hello"), "The answer is no JSON: hello");
        assertFails(shell(Mode.JSON, "echo '{\"output\":1,\"data\":\"?\"}'"), "must be base64");
        assertFails(shell(Mode.LINES, "exit 0"), "f broke off: ");
        assertFails(
                new ProcessFunction(
                        new ProcessFunction.Command(
                                List.of("x"), folder.resolve("none"), Map.of(), Mode.RAW, 10)),
                "Cannot start");
    }

    @Test
    void tooMuchOutputEndsTheProcess() {
        ProcessFunction function = shell(Mode.RAW, "echo $$ > pid; yes");

        assertThatThrownBy(() -> call(function, ""))
                .isInstanceOfSatisfying(
                        FunctionException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
        Await.until("it is gone", () -> gone(read("pid")));
    }

    @Test
    void aCallThatTakesTooLongIsKilledWithAllItStarted() throws Exception {
        ProcessFunction function =
                shell(
                        Mode.RAW,
                        "(sleep 300 & echo $! > child; sleep 300) & sleep 300 & "
                                + "echo $! > other; echo $$ > pid; wait");
        PooledRunner runner =
                new PooledRunner(
                        Offer.of("slow", 1),
                        new PooledRunner.Limits(0, Duration.ofMillis(2000)),
                        function,
                        timer);

        CompletableFuture<FunctionOutput> answer =
                runner.run(FunctionInput.of("slow", ""), Duration.ofMinutes(1));

        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessage("slow took longer than 2000 ms");
        for (String name : List.of("pid", "child", "other")) {
            String pid = read(name);
            assertThat(pid).isNotEmpty();
            Await.until(name + " is gone", () -> gone(pid));
        }
        runner.close();
    }

    private void assertFails(ProcessFunction function, String message) {
        assertThatThrownBy(() -> call(function, "x"))
                .isInstanceOfSatisfying(
                        FunctionException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.FAILED))
                .hasMessageContaining(message);
    }

    private static FunctionOutput call(ProcessFunction function, String text) throws Exception {
        return function.call(FunctionInput.of("f", text), new Stop());
    }

    private ProcessFunction shell(Mode mode, String script) {
        return new ProcessFunction(
                new ProcessFunction.Command(
                        List.of("/bin/sh", "-c", script), folder, Map.of(), mode, 100_000));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name)).strip();
        } catch (java.io.IOException e) {
            return "";
        }
    }

    /** Gone, or dead and only not waited for. */
    private static boolean gone(String pid) {
        try {
            String stat = Files.readString(Path.of("/proc", pid, "stat"));
            return stat.substring(stat.lastIndexOf(')')).startsWith(") Z");
        } catch (java.io.IOException e) {
            return true;
        }
    }
}
