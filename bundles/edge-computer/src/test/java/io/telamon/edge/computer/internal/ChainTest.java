/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.telamon.edge.computer.internal.Network.Broker;
import io.telamon.edge.computer.internal.Network.Callbacks;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.rpc.Dag;
import io.telamon.edge.rpc.FunctionList;
import io.telamon.edge.rpc.IndexList;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.rpc.State;
import io.telamon.edge.rpc.StateResponse;
import io.telamon.edge.spi.EdgeFunction;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionInput;
import io.telamon.edge.spi.FunctionOutput;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Chains and graphs over two computers that share every function, behind a broker. */
class ChainTest {
    private static final Dag DIAMOND =
            Dag.newBuilder()
                    .addAllNames(List.of("a", "b", "c", "d"))
                    .addSuccessors(IndexList.newBuilder().addFunctions(1).addFunctions(2))
                    .addSuccessors(IndexList.newBuilder().addFunctions(3))
                    .addSuccessors(IndexList.newBuilder().addFunctions(3))
                    .build();

    private final Callbacks callbacks = new Callbacks();
    private final List<EdgeComputer> computers = new ArrayList<>();
    private final List<EndPoint> stateServers = new ArrayList<>();
    private Network network;
    private EndPoint callback;
    private EndPoint broker;

    @BeforeEach
    void open() throws IOException {
        network = new Network();
        callback = network.serve(callbacks);
        Broker turns = network.new Broker();
        broker = network.serve(turns);
        for (int i = 0; i < 2; i++) {
            stateServers.add(new EndPoint("127.0.0.1", freePort()));
            EdgeComputer computer =
                    network.computer(
                            "--computer-type=functions",
                            "--companion-endpoint=" + broker,
                            "--state-endpoint=" + stateServers.get(i),
                            "--max-join-time=1500");
            for (String name : List.of("a", "b", "c", "d")) {
                computer.add(appending(name), Network.named(name));
            }
            computer.add(
                    input -> {
                        throw new FunctionException(FunctionException.Reason.FAILED, "no way");
                    },
                    Network.named("bad"));
            computers.add(computer);
            turns.computers.add(computer.endPoint());
        }
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void aChainRunsToItsEndAndAnswersByCallback() throws Exception {
        LambdaResponse taken = send(chain("a", "b", "c").build());

        LambdaResponse answer = callbacks.next();

        assertThat(taken.getAsynchronous()).isTrue();
        assertThat(answer.getRetcode()).isEqualTo("OK");
        assertThat(answer.getOutput()).isEqualTo("xabc");
        // each function costs the broker and itself
        assertThat(answer.getHops()).isEqualTo(6);
        assertThat(answer.getPtime()).isZero();
        assertThat(callbacks.silent(Duration.ofMillis(50))).isTrue();
    }

    @Test
    void anInlineStateIsPassedAlong() throws Exception {
        send(
                chain("a", "b", "c")
                        .putStates("s", State.newBuilder().setContent(bytes("0")).build())
                        .putDependencies("s", functions("a", "c"))
                        .build());

        LambdaResponse answer = callbacks.next();

        assertThat(answer.getStatesOrThrow("s").getContent()).isEqualTo(bytes("0ac"));
        assertThat(answer.getStatesOrThrow("s").getLocation()).isEmpty();
    }

    @Test
    void aStateOnAServerMovesToTheFunctionThatNeedsIt() throws Exception {
        EndPoint first = stateServers.get(0);
        network.states(first).put(State.newBuilder().setName("s").setContent(bytes("0")).build());
        State where = State.newBuilder().setName("s").setLocation(first.toString()).build();

        send(
                chain("a", "b", "c")
                        .putStates("s", where)
                        .putDependencies("s", functions("b"))
                        .build());
        State after = callbacks.next().getStatesOrThrow("s");
        StateResponse read =
                network.states(EndPoint.parse(after.getLocation()))
                        .get(State.newBuilder().setName(after.getName()).build());

        assertThat(after.getContent()).isEmpty();
        assertThat(read.getRetcode()).isEqualTo("OK");
        assertThat(read.getState().getContent()).isEqualTo(bytes("0b"));
    }

    @Test
    void theSameRemoteStateServesRequestAfterRequestAndBothBranchesOfAGraph() throws Exception {
        EndPoint first = stateServers.get(0);
        network.states(first).put(State.newBuilder().setName("s").setContent(bytes("0")).build());
        State where = State.newBuilder().setName("s").setLocation(first.toString()).build();
        for (int i = 0; i < 4; i++) {
            send(
                    graph("u" + i)
                            .putStates("s", where)
                            .putDependencies("s", functions("b", "c", "d"))
                            .build());

            LambdaResponse answer = callbacks.next();

            assertThat(answer.getRetcode()).isEqualTo("OK");
            where = answer.getStatesOrThrow("s");
        }
    }

    @Test
    void aJoinCompletesThoughItsInputsMeetDifferentComputers() throws Exception {
        for (int i = 0; i < 20; i++) {
            send(graph("u" + i).build());

            LambdaResponse answer = callbacks.next();

            assertThat(answer.getRetcode()).isEqualTo("OK");
            assertThat(answer.getOutput()).isEqualTo("[\"xab\",\"xac\"]d");
        }
        assertThat(callbacks.silent(Duration.ofMillis(100))).isTrue();
    }

    @Test
    void anErrorInAChainReachesTheCaller() throws Exception {
        send(chain("a", "bad", "c").build());

        LambdaResponse answer = callbacks.next();

        assertThat(answer.getRetcode()).isEqualTo("no way");
        assertThat(answer.getFailure()).isEqualTo("FAILED");
    }

    @Test
    void aFunctionThatNobodyHasIsToldToTheCaller() throws Exception {
        send(chain("a", "missing").build());

        assertThat(callbacks.next().getRetcode())
                .isEqualTo("Function missing could not be called: No container for lambda missing");
    }

    @Test
    void twoFailingBranchesAreOneAnswer() throws Exception {
        Dag dag = DIAMOND.toBuilder().setNames(1, "bad").setNames(2, "bad").build();

        send(graph("u").setDag(dag).build());

        assertThat(callbacks.next().getRetcode()).isEqualTo("no way");
        assertThat(callbacks.silent(Duration.ofMillis(300))).isTrue();
    }

    @Test
    void aJoinWhoseInputNeverComesIsToldToTheCaller() throws Exception {
        LambdaRequest half =
                graph("u").setNextFunctionIndex(3).setName("d").setJoinInput(2).build();

        send(half);

        assertThat(callbacks.next().getRetcode())
                .isEqualTo("Function d waited 1 s for its inputs, only 1 came");
    }

    @Test
    void aMissingStateIsToldToTheCaller() throws Exception {
        String server = stateServers.get(0).toString();

        send(
                chain("a", "b")
                        .putStates("s", State.newBuilder().setLocation(server).build())
                        .putDependencies("s", functions("b"))
                        .build());

        LambdaResponse answer = callbacks.next();
        assertThat(answer.getFailure()).isEqualTo("NO_STATE");
        assertThat(answer.getRetcode()).startsWith("could not find state in " + server + ": s");
    }

    @Test
    void aComputerThatIsNotAsynchronousSaysSo() throws Exception {
        EdgeComputer computer = network.computer();

        LambdaResponse answer = network.call(computer.endPoint(), chain("clambda0").build());

        assertThat(answer.getRetcode())
                .isEqualTo("Cannot handle an asynchronous function invocation");
    }

    private LambdaResponse send(LambdaRequest request) {
        LambdaResponse taken = network.call(broker, request);
        assertThat(taken.getRetcode()).isEqualTo("OK");
        return taken;
    }

    private LambdaRequest.Builder chain(String... functions) {
        return request().setName(functions[0]).addAllChain(List.of(functions));
    }

    private LambdaRequest.Builder graph(String uuid) {
        return request().setName("a").setUuid(uuid).setDag(DIAMOND);
    }

    private LambdaRequest.Builder request() {
        return LambdaRequest.newBuilder().setInput("x").setCallback(callback.toString());
    }

    /** Puts its name behind the input and behind each state that it needs. */
    private static EdgeFunction appending(String name) {
        return input -> new FunctionOutput(input.text() + name, new byte[0], changed(input, name));
    }

    private static Map<String, byte[]> changed(FunctionInput input, String name) {
        byte[] old = input.states().get("s");
        return old == null
                ? Map.of()
                : Map.of("s", ByteString.copyFrom(old).concat(bytes(name)).toByteArray());
    }

    private static FunctionList functions(String... names) {
        return FunctionList.newBuilder().addAllFunctions(List.of(names)).build();
    }

    private static ByteString bytes(String text) {
        return ByteString.copyFromUtf8(text);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
