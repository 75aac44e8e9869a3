/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.edge.computer.internal.sim.ComputerSpec;
import io.telamon.edge.computer.internal.sim.ContainerSpec;
import io.telamon.edge.computer.internal.sim.LambdaSpec;
import io.telamon.edge.computer.internal.sim.LambdaSpec.Cost;
import io.telamon.edge.computer.internal.sim.ProcessorSpec;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionInput;
import io.telamon.edge.spi.FunctionOutput;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The simulation behind a clock that the test moves; alarms are not waited for. */
class SimulatedFunctionsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicLong nanos = new AtomicLong(-5);
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final SimulatedFunctions functions =
            new SimulatedFunctions(spec(), 1, timer, nanos::get);

    @AfterEach
    void close() {
        functions.close();
        timer.shutdownNow();
    }

    @Test
    void aCallIsDoneWhenItsTimeHasCome() {
        CompletableFuture<FunctionOutput> answer = run("abc", LONG);

        pass(2.9);
        assertThat(answer).isNotDone();
        pass(0.2);
        assertThat(answer.join().text()).isEqualTo("abc");
    }

    @Test
    void aDryCallTellsTheTimeThatIsLeft() {
        run("abcd", LONG);
        nanos.addAndGet(1_000_000_000);

        Duration estimate =
                functions.find("f").orElseThrow().estimate(FunctionInput.of("f", "ab")).join();

        // one worker: three seconds of the first are left
        assertThat(estimate.toMillis()).isEqualTo(5000);
    }

    @Test
    void aCallThatIsGivenUpMakesRoom() {
        CompletableFuture<FunctionOutput> first = run("x".repeat(50), LONG);
        CompletableFuture<FunctionOutput> second = run("a", LONG);
        assertThat(run("a", LONG)).isCompletedExceptionally();

        first.cancel(false);
        pass(1.1);

        assertThat(second.join().text()).isEqualTo("a");
    }

    @Test
    void aCallMayNotTakeLongerThanItsLimit() {
        CompletableFuture<FunctionOutput> answer = run("x".repeat(50), Duration.ofSeconds(2));

        nanos.addAndGet(3_000_000_000L);
        functions.busy();

        assertThat(failure(answer)).hasMessage("The call took longer than its limit");
    }

    @Test
    void aCallThatNeverFitsIsAnErrorOfTheCall() {
        assertThat(failure(run("x".repeat(101), LONG))).isInstanceOf(FunctionException.class);
    }

    @Test
    void theAlarmWakesTheSimulationByItself() throws Exception {
        SimulatedFunctions real = new SimulatedFunctions(spec(), 1, timer, System::nanoTime);

        FunctionOutput output =
                real.find("quick")
                        .orElseThrow()
                        .run(FunctionInput.of("quick", "x"), LONG)
                        .get(10, TimeUnit.SECONDS);

        assertThat(output.text()).isEqualTo("fixed");
        real.close();
    }

    private void pass(double seconds) {
        nanos.addAndGet((long) (seconds * 1e9));
        functions.tick();
    }

    private CompletableFuture<FunctionOutput> run(String text, Duration limit) {
        return functions.find("f").orElseThrow().run(FunctionInput.of("f", text), limit);
    }

    private static Throwable failure(CompletableFuture<?> answer) {
        return answer.handle((output, error) -> error).join();
    }

    private static ComputerSpec spec() {
        Cost linear = new Cost(1, 0);
        LambdaSpec slow = new LambdaSpec("f", linear, linear, Optional.empty());
        LambdaSpec quick = new LambdaSpec("quick", new Cost(0, 0.02), linear, Optional.of("fixed"));
        return new ComputerSpec(
                List.of(new ProcessorSpec("cpu", "GenericCpu", 1, 1, 100)),
                List.of(
                        new ContainerSpec("c", "cpu", slow, 1),
                        new ContainerSpec("q", "cpu", quick, 1)));
    }
}
