/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status;
import io.telamon.edge.kit.Program;
import io.telamon.edge.rpc.LambdaRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientProgramTest {
    @TempDir Path folder;
    private FunctionServer server;
    private final StringBuilder out = new StringBuilder();

    @BeforeEach
    void open() throws IOException {
        server = new FunctionServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void callsAsOftenAsItIsToldAndWritesTheReferencesColumns() throws Exception {
        int code = client("--lambda", "f", "--sizes", "20,30", "--max-requests", "5");

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .hasSize(5)
                .allMatch(line -> line.matches("[0-9.]+ [0-9.]+ 42 " + server.endPoint() + " f 1"));
        assertThat(server.requests)
                .extracting(LambdaRequest::getName, request -> request.getHops())
                .containsOnly(tuple("f", 0));
        assertThat(server.requests.stream().map(request -> request.getInput().length()))
                .isSubsetOf(20, 30);
    }

    @Test
    void theSameSeedSendsTheSameRequests() throws Exception {
        client("--sizes", "20,30,40", "--max-requests", "8", "--seed", "3");
        List<LambdaRequest> first = List.copyOf(server.requests);
        server.requests.clear();
        client("--sizes", "20,30,40", "--max-requests", "8", "--seed", "3");

        assertThat(server.requests).isEqualTo(first);
    }

    @Test
    void gapsAreKeptOnAScheduleThatDoesNotSlip() throws Exception {
        server.delayMillis = 40;

        client("--inter-request-time", "0.1", "--duration", "0.65");

        List<Double> times =
                out.toString().lines().map(line -> Double.valueOf(line.split(" ")[0])).toList();
        assertThat(times).hasSizeBetween(5, 6);
        assertThat(times.get(4)).as("0.5 and the answer").isBetween(0.53, 0.75);
    }

    @Test
    void manyThreadsSendAtTheSameTime() throws Exception {
        server.delayMillis = 200;
        long begun = System.nanoTime();

        client("--num-threads", "6", "--max-requests", "1");

        assertThat(server.requests).hasSize(6);
        assertThat((System.nanoTime() - begun) / 1e9).isLessThan(1.1);
    }

    @Test
    void errorsAreCountedAndNothingButErrorsIsAFailure() throws Exception {
        server.retcode = "no such function";
        assertThat(client("--max-requests", "2")).isEqualTo(1);
        server.retcode = "OK";
        server.failure = "input";
        assertThat(client("--max-requests", "2")).isEqualTo(1);
        server.failure = "";
        server.status = Status.RESOURCE_EXHAUSTED;
        assertThat(client("--max-requests", "2")).isEqualTo(1);
        assertThat(out).isEmpty();
        server.status = Status.OK;

        assertThat(client("--max-requests", "2")).isZero();
    }

    @Test
    void aServerThatNeverAnswersDoesNotHoldTheClient() throws Exception {
        server.silent = true;
        long begun = System.nanoTime();

        int code = client("--deadline", "0.2", "--max-requests", "2");

        assertThat(code).isEqualTo(1);
        assertThat((System.nanoTime() - begun) / 1e9).isBetween(0.4, 5.0);
    }

    @Test
    void nobodyThereIsAFailure() throws Exception {
        server.close();

        assertThat(client("--max-requests", "1", "--deadline", "2")).isEqualTo(1);
    }

    @Test
    void aDryCallShowsTheEstimate() throws Exception {
        client("--dry", "--max-requests", "1");

        assertThat(out.toString().split(" ")[1]).isEqualTo("0.007");
        assertThat(server.requests.get(0).getDry()).isTrue();
    }

    @Test
    void contentReplacesSizesAndFilesAreContinued() throws Exception {
        Path file = folder.resolve("out");

        client("--content", "hello", "--max-requests", "1", "--output-file", file.toString());
        client("--max-requests", "1", "--output-file", file.toString(), "--append");

        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(out).isEmpty();
        assertThat(server.requests.get(0).getInput()).isEqualTo("hello");
        client("--max-requests", "1", "--output-file", file.toString());
        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    void anAnswerByCallbackIsWaitedFor() throws Exception {
        int code =
                client(
                        "--callback-endpoint",
                        "127.0.0.1:0",
                        "--max-requests",
                        "3",
                        "--num-threads",
                        "2");

        assertThat(code).isZero();
        assertThat(out.toString().lines()).hasSize(6);
        assertThat(server.requests.stream().map(LambdaRequest::getCallback).distinct())
                .as("a port for each client")
                .hasSize(2);
    }

    @Test
    void aChainIsCalledFunctionByFunction() throws Exception {
        assertThat(chain()).isZero();

        assertThat(server.requests)
                .extracting(LambdaRequest::getName)
                .containsExactly("f1", "f2", "f1");
        assertThat(server.requests.get(2).getInput()).endsWith("\"}+f1+f2");
        assertThat(server.requests.get(0).getStatesMap()).containsOnlyKeys("s0", "s1");
        assertThat(server.requests.get(1).getStatesOrThrow("s2").getContent().size())
                .isEqualTo(30000);
        assertThat(out.toString()).endsWith(" 42 " + server.endPoint() + " f1-f2-f1 3\n");
    }

    @Test
    void aChainIsPassedOnWhenAnswersComeByCallback() throws Exception {
        assertThat(chain("--callback-endpoint", "127.0.0.1:0")).isZero();

        LambdaRequest request = server.requests.get(0);
        assertThat(server.requests).hasSize(1);
        assertThat(request.getChainList()).containsExactly("f1", "f2", "f1");
        assertThat(request.getStatesMap()).containsOnlyKeys("s0", "s1", "s2");
        assertThat(request.getDependenciesOrThrow("s1").getFunctionsList())
                .containsExactly("f1", "f2");
        assertThat(request.getNextFunctionIndex()).isZero();
    }

    @Test
    void statesCanBeFetchedFromTheClient() throws Exception {
        assertThat(chain("--state-endpoint", "127.0.0.1:0")).isZero();

        assertThat(server.requests.get(0).getStatesOrThrow("s0").getLocation())
                .startsWith("127.0.0.1:");
        assertThat(server.requests.get(0).getStatesOrThrow("s0").getContent()).isEmpty();
        assertThat(server.requests.get(2).getStatesOrThrow("s0").getContent().size())
                .as("who answered had fetched it")
                .isEqualTo(10000);
    }

    private int chain(String... more) throws Exception {
        Path file = folder.resolve("chain.json");
        Files.writeString(file, FlowFile.CHAIN_TEMPLATE);
        List<String> arguments =
                new ArrayList<>(List.of("--chain-conf", "type=file,filename=" + file));
        arguments.addAll(List.of("--max-requests", "1"));
        arguments.addAll(List.of(more));
        return client(arguments.toArray(String[]::new));
    }

    @Test
    void aDagIsCalledInItsOrderOrPassedOn() throws Exception {
        Path file = folder.resolve("dag.json");
        Files.writeString(file, FlowFile.DAG_TEMPLATE);
        String conf = "type=file,filename=" + file;

        client("--dag-conf", conf, "--max-requests", "1");
        assertThat(server.requests)
                .extracting(LambdaRequest::getName)
                .containsExactly("f1", "f2", "f1", "f3");
        server.requests.clear();
        client("--dag-conf", conf, "--max-requests", "1", "--callback-endpoint", "127.0.0.1:0");

        assertThat(server.requests.get(0).getDag().getNamesList())
                .containsExactly("f1", "f2", "f1", "f3");
        assertThat(server.requests.get(0).getDag().getSuccessorsList()).hasSize(3);
        assertThat(server.requests.get(0).getUuid()).isNotEmpty();
    }

    @Test
    void requestsThatComeTooLateForOnAreLeftOutAndTold() throws Exception {
        server.delayMillis = 50;
        Path losses = folder.resolve("losses");
        List<String> arguments = new ArrayList<>(List.of("--server-endpoints", server.endPoint()));
        arguments.addAll(
                List.of("--client-type", "ipp", "--num-clients", "2", "--duration", "1.5"));
        arguments.addAll(List.of("--on-mean", "0.2", "--off-mean", "0.05"));
        arguments.addAll(List.of("--min-sleep", "0.005", "--max-sleep", "0.015"));
        arguments.addAll(List.of("--loss-file", losses.toString()));

        int code = new BurstyClientProgram().run(arguments, Map.of(), out);

        assertThat(code).isZero();
        assertThat(Files.readAllLines(losses))
                .hasSize(2)
                .allSatisfy(line -> assertThat(Double.parseDouble(line)).isBetween(0.3, 0.99));
    }

    @Test
    void burstsAreSent() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("--server-endpoints", server.endPoint()));
        arguments.addAll(List.of("--period-mean", "0.01", "--max-requests", "20"));
        arguments.addAll(List.of("--max-sleep", "0.001", "--min-size", "30", "--max-size", "40"));

        int code = new BurstyClientProgram().run(arguments, Map.of(), out);

        assertThat(code).isZero();
        assertThat(server.requests).hasSize(20);
        assertThat(server.requests.stream().map(request -> request.getInput().length()))
                .allMatch(size -> size >= 30 && size <= 40);
    }

    @Test
    void aTraceIsReplayedAtItsTimes() throws Exception {
        Path trace = folder.resolve("trace");
        Program generator = new TraceProgram();
        List<String> drawn = new ArrayList<>(List.of("--server-endpoint", server.endPoint()));
        drawn.addAll(List.of("--rate", "20", "--num-clients", "2", "--duration", "0.5"));
        drawn.addAll(List.of("--output-file", trace.toString()));
        assertThat(generator.run(drawn, Map.of(), out)).isZero();
        List<String> lines = Files.readAllLines(trace);
        assertThat(lines).isNotEmpty();

        int code =
                new TraceClientProgram()
                        .run(List.of("--input-file", trace.toString()), Map.of(), out);

        assertThat(code).isZero();
        assertThat(server.requests).hasSameSizeAs(lines);
        assertThat(server.requests.stream().map(request -> request.getInput().length()))
                .containsExactlyInAnyOrderElementsOf(
                        lines.stream().map(line -> Integer.valueOf(line.split(" ")[3])).toList());
    }

    @Test
    void helpNamesAllOptions() throws Exception {
        assertThat(new ClientProgram().run(List.of("--help"), Map.of(), out)).isZero();

        assertThat(out.toString()).contains("--inter-request-type", "--chain-conf", "--seed");
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        refuses("--client-conf", "--client-conf", "type=quic");
        refuses("--sizes", "--sizes", "many");
        refuses("--inter-request-type", "--inter-request-type", "normal");
        refuses(
                "not both",
                "--chain-conf",
                "type=file,filename=x",
                "--dag-conf",
                "type=file,filename=x");
        refuses("--dry", "--dry", "--callback-endpoint", "127.0.0.1:0");
    }

    private void refuses(String why, String... arguments) {
        assertThatThrownBy(() -> client(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private int client(String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("--server-endpoints", server.endPoint()));
        arguments.addAll(List.of(more));
        return new ClientProgram().run(arguments, Map.of(), out);
    }
}
