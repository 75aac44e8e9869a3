/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.telamon.edge.computer.internal.Network.Controller;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.rpc.ComputerInfo;
import io.telamon.edge.rpc.Container;
import io.telamon.edge.rpc.EdgeComputerGrpc;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.rpc.Utilization;
import io.telamon.edge.rpc.Void;
import io.telamon.edge.spi.EdgeFunction;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionOutput;
import io.telamon.testkit.Await;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A computer with its ports, called over real gRPC. */
class EdgeComputerTest {
    private Network network;

    @BeforeEach
    void open() throws IOException {
        network = new Network();
    }

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void aSimulatedCallIsAnsweredAsTheReferenceDoes() throws IOException {
        EdgeComputer computer = network.computer();
        LambdaRequest request =
                LambdaRequest.newBuilder()
                        .setName("clambda0")
                        .setInput("x".repeat(2000))
                        .setDatain(ByteString.copyFromUtf8("data"))
                        .setHops(2)
                        .build();

        LambdaResponse answer = network.call(computer.endPoint(), request);

        assertThat(answer.getRetcode()).isEqualTo("OK");
        assertThat(answer.getOutput()).isEqualTo(request.getInput());
        assertThat(answer.getDataout()).isEqualTo(request.getDatain());
        assertThat(answer.getHops()).isEqualTo(3);
        assertThat(answer.getResponder()).isEqualTo(computer.endPoint().toString());
        // 2004e6 operations at 1e11 a second
        assertThat(answer.getPtime()).isBetween(20, 2000);
        assertThat(answer.getAsynchronous()).isFalse();
        assertThat(answer.getFailure()).isEmpty();
    }

    @Test
    void aDryCallOnlyEstimates() throws IOException {
        EdgeComputer computer = network.computer();

        LambdaResponse answer =
                network.call(
                        computer.endPoint(),
                        request("clambda0").setInput("x".repeat(99_996)).setDry(true).build());

        assertThat(answer.getRetcode()).isEqualTo("OK");
        assertThat(answer.getPtime()).isEqualTo(1000);
        assertThat(answer.getOutput()).isEmpty();
    }

    @Test
    void aPoisonRequestCostsOneErrorThatIsAnAnswer() throws IOException {
        EdgeComputer computer =
                network.computer(
                        "--max-message=10000000", "--conf=type=raspberry,num-cpu-workers=1");
        computer.add(
                input -> {
                    throw new OutOfMemoryError("pretended");
                },
                Network.named("bomb"));
        computer.add(input -> FunctionOutput.of("\ud83d"), Network.named("half"));

        // needs 600 MB of 512
        LambdaResponse memory = call(computer, "clambda0", "x".repeat(6_000_000));
        LambdaResponse message = call(computer, "clambda0", "x".repeat(10_000_001));
        LambdaResponse thrown = call(computer, "bomb", "");
        LambdaResponse half = call(computer, "half", "");

        assertError(memory, "TOO_LARGE", "needs 600000000 bytes");
        assertError(message, "TOO_LARGE", "The request of");
        assertError(thrown, "FAILED", "bomb failed: java.lang.OutOfMemoryError: pretended");
        assertError(half, "FAILED", "no text");
        assertThat(call(computer, "clambda0", "fine").getOutput()).isEqualTo("fine");
    }

    @Test
    void anAnswerThatIsTooLongForABrokerIsAnError() throws IOException {
        EdgeComputer computer = network.computer("--max-message=5000");
        computer.add(input -> FunctionOutput.of("x".repeat(6000)), Network.named("long"));

        assertError(call(computer, "long", ""), "TOO_LARGE", "is longer than 5000");
    }

    @Test
    void errorsMayBeToldByTheRetcode() throws IOException {
        EdgeComputer computer = network.computer("--errors=retcode");
        computer.add(
                input -> {
                    throw new FunctionException(FunctionException.Reason.FAILED, "not today");
                },
                Network.named("moody"));

        LambdaResponse answer = call(computer, "moody", "");

        assertThat(answer.getRetcode()).isEqualTo("not today");
        assertThat(answer.getFailure()).isEqualTo("FAILED");
    }

    @Test
    void anUnknownFunctionIsTheRetcodeOfTheReference() throws IOException {
        EdgeComputer computer = network.computer();
        EdgeComputer careful = network.computer("--refusals=output");

        assertThat(call(computer, "nope", "").getRetcode())
                .isEqualTo("No container for lambda nope");
        assertError(call(careful, "nope", ""), "UNKNOWN", "No container for lambda nope");
    }

    @Test
    void whatDoesNotFitIsRefusedWithAStatus() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        EdgeComputer computer = network.computer("--max-waiting=0");
        computer.add(
                input -> {
                    gate.await();
                    return FunctionOutput.of("");
                },
                Map.of(EdgeFunction.NAME, "slow", EdgeFunction.WORKERS, 1));
        ListenableFuture<LambdaResponse> first =
                network.later(computer.endPoint()).runLambda(request("slow").build());

        Await.value(
                "the worker is taken",
                () -> codeOf(computer, "slow"),
                code -> code == Status.Code.RESOURCE_EXHAUSTED);
        gate.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS).getRetcode()).isEqualTo("OK");
    }

    @Test
    void whoGivesUpStopsTheFunction() throws Exception {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        EdgeComputer computer = network.computer();
        computer.add(
                input -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                        throw e;
                    }
                    return FunctionOutput.of("");
                },
                Network.named("endless"));

        ListenableFuture<LambdaResponse> call =
                network.later(computer.endPoint()).runLambda(request("endless").build());
        begun.await();
        call.cancel(true);

        Await.until("the function was interrupted", interrupted::get);
    }

    @Test
    void utilizationIsStreamed() throws Exception {
        int port = freePort();
        EdgeComputer computer = network.computer("--utilization-endpoint=127.0.0.1:" + port);
        Iterator<Utilization> stream =
                EdgeComputerGrpc.newBlockingStub(
                                network.channels().to(new EndPoint("127.0.0.1", port)))
                        .withDeadlineAfter(20, TimeUnit.SECONDS)
                        .streamUtil(Void.getDefaultInstance());

        // 4 s on one of four cores
        network.later(computer.endPoint())
                .runLambda(request("clambda0").setInput("x".repeat(400_000)).build());
        Utilization busy = stream.next();
        while (busy.getValuesOrThrow("arm") < 0.2) {
            busy = stream.next();
        }

        assertThat(busy.getValuesMap()).containsOnlyKeys("arm", "bm2837");
        assertThat(busy.getValuesOrThrow("arm")).isBetween(0.2f, 0.3f);
        assertThat(busy.getValuesOrThrow("bm2837")).isZero();
        LambdaResponse answer = call(computer, "clambda0", "");
        assertThat(answer.getLoad1()).isBetween(15, 30);
    }

    @Test
    void aFunctionThatComesIsAnnouncedAndOneThatGoesIsForgotten() throws IOException {
        Controller controller = new Controller();
        EdgeComputer computer =
                network.computer(
                        "--computer-type=functions",
                        "--controller-endpoint=" + network.serve(controller),
                        "--lease=0");
        EdgeFunction hello = input -> FunctionOutput.of("hello " + input.text());

        computer.add(hello, Network.named("hello"));

        Await.until("it is announced", () -> controller.announced.size() == 1);
        assertThat(controller.announced.get(0))
                .isEqualTo(
                        ComputerInfo.newBuilder()
                                .setEdgeServerEndpoint(computer.endPoint().toString())
                                .addContainers(
                                        Container.newBuilder()
                                                .setName("hello")
                                                .setProcessor("hello")
                                                .setLambda("hello")
                                                .setNumWorkers(4))
                                .build());
        assertThat(call(computer, "hello", "you").getOutput()).isEqualTo("hello you");
        computer.remove(hello);
        Await.until("the computer is removed", () -> controller.removed.size() == 1);
        assertThat(call(computer, "hello", "").getRetcode()).startsWith("No container");
    }

    @Test
    void aControllerThatComesLateOrForgetsIsTold() throws IOException {
        EndPoint at = new EndPoint("127.0.0.1", freePort());
        EdgeComputer computer = network.computer("--controller-endpoint=" + at, "--lease=0.1");
        Controller controller = new Controller();
        controller.failing = true;

        network.serve(at, controller);
        controller.failing = false;

        Await.until("announced again and again", () -> controller.announced.size() > 2);
        assertThat(controller.announced.get(0).getContainersList())
                .extracting(Container::getLambda)
                .containsExactly("clambda0", "glambda0");
        computer.close();
        assertThat(controller.removed)
                .extracting(ComputerInfo::getEdgeServerEndpoint)
                .containsExactly(computer.endPoint().toString());
    }

    @Test
    void closingWaitsForCallsUnderWayAndRefusesNewOnes() throws Exception {
        EdgeComputer computer = network.computer("--conf=type=raspberry");
        ListenableFuture<LambdaResponse> running =
                network.later(computer.endPoint())
                        .runLambda(request("clambda0").setInput("x".repeat(80_000)).build());
        // it got there when one sent later is answered
        call(computer, "clambda0", "");

        computer.close();

        assertThat(running.get(1, TimeUnit.SECONDS).getRetcode()).isEqualTo("OK");
        StatusRuntimeException refused =
                catchThrowableOfType(
                        () -> call(computer, "clambda0", ""), StatusRuntimeException.class);
        assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    }

    @Test
    void whileItDrainsBrokersAreSentElsewhere() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        EdgeComputer computer = network.computer("--drain=20000");
        computer.add(
                input -> {
                    gate.await();
                    return FunctionOutput.of("done");
                },
                Network.named("slow"));
        ListenableFuture<LambdaResponse> running =
                network.later(computer.endPoint()).runLambda(request("slow").build());
        call(computer, "clambda0", "");
        Thread closing = new Thread(computer::close);
        closing.start();

        Await.value(
                "a refusal that nothing was executed for",
                () -> call(computer, "clambda0", "").getRetcode(),
                "No destinations found for the entry"::equals);

        gate.countDown();
        assertThat(running.get(10, TimeUnit.SECONDS).getOutput()).isEqualTo("done");
        closing.join();
    }

    private LambdaResponse call(EdgeComputer computer, String name, String input) {
        return network.call(computer.endPoint(), request(name).setInput(input).build());
    }

    private static LambdaRequest.Builder request(String name) {
        return LambdaRequest.newBuilder().setName(name);
    }

    private static void assertError(LambdaResponse answer, String reason, String message) {
        assertThat(answer.getRetcode()).isEqualTo("OK");
        assertThat(answer.getFailure()).isEqualTo(reason);
        assertThat(answer.getOutput())
                .startsWith("{\"error\":{\"reason\":\"" + reason + "\",\"message\":\"")
                .contains(message);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** The status that a short call ends with. */
    private Status.Code codeOf(EdgeComputer computer, String name) {
        try {
            network.later(computer.endPoint())
                    .withDeadlineAfter(50, TimeUnit.MILLISECONDS)
                    .runLambda(request(name).build())
                    .get();
            return Status.Code.OK;
        } catch (ExecutionException e) {
            return Status.fromThrowable(e).getCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
