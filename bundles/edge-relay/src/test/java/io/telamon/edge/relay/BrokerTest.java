/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.telamon.edge.api.EdgeAnswer;
import io.telamon.edge.api.EdgeBrokerView;
import io.telamon.edge.api.EdgeFunctionView;
import io.telamon.edge.api.EdgeRouteView;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Lease;
import io.telamon.edge.kit.Loops;
import io.telamon.edge.kit.Servers;
import io.telamon.edge.relay.wire.AnswerHead;
import io.telamon.edge.rpc.EdgeControllerGrpc;
import io.telamon.edge.rpc.EdgeRouterConf.Action;
import io.telamon.edge.rpc.EdgeServerGrpc;
import io.telamon.edge.rpc.ForwardingTable;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.rpc.RouterInfo;
import io.telamon.edge.rpc.TableId;
import io.telamon.edge.rpc.Void;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A broker hands on what it gets and stays whole whatever its destinations do. */
class BrokerTest {
    private static Status.Code code(Throwable error) {
        return Status.fromThrowable(error).getCode();
    }

    private static void sleep(CountDownLatch until) {
        try {
            until.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aRequestArrivesAsItWasSentAndTheAnswerToo() throws Exception {
        AtomicReference<LambdaRequest> seen = new AtomicReference<>();
        AtomicReference<Long> left = new AtomicReference<>();
        try (Peer peer =
                        new Peer(
                                request -> {
                                    seen.set(request);
                                    left.set(
                                            Context.current()
                                                    .getDeadline()
                                                    .timeRemaining(TimeUnit.SECONDS));
                                    return Peer.ok(request);
                                });
                Bench bench = new Bench("deadline=60")) {
            bench.route(peer.at());

            LambdaResponse answer = bench.call("hello");

            assertThat(seen.get().toBuilder().clearVia().build())
                    .isEqualTo(
                            Bench.request("hello").toBuilder().setForward(true).setHops(1).build());
            assertThat(answer.getOutput()).isEqualTo("hello");
            assertThat(answer.getHops()).isEqualTo(2);
            assertThat(answer.getResponder()).isEqualTo(peer.at().toString());
            assertThat(left.get()).isBetween(2L, 5L);
        }
    }

    @Test
    void aDefaultDeadlineIsSetAndKept() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Peer peer =
                        new Peer(
                                request -> {
                                    sleep(never);
                                    return Peer.ok(request);
                                });
                Bench bench = new Bench("deadline=0.3")) {
            bench.route(peer.at());
            var stub = EdgeServerGrpc.newBlockingStub(bench.channels.to(bench.broker.lambda()));

            Throwable error = catchThrowable(() -> stub.runLambda(Bench.request("x")));

            assertThat(code(error)).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            never.countDown();
        }
    }

    @Test
    void aFunctionThatNobodyRunsIsRefusedAsUsersKnowIt() throws Exception {
        try (Bench bench = new Bench("attempts=2")) {
            assertThat(bench.call("x").getRetcode()).isEqualTo(AnswerHead.NO_DESTINATION);
        }
    }

    @Test
    void onePoisonRequestCostsOneErrorAndUnregistersNobody() throws Exception {
        try (Peer one = new Peer(BrokerTest::poisoned);
                Peer two = new Peer(BrokerTest::poisoned);
                Bench bench = new Bench("attempts=8")) {
            bench.route(one.at());
            bench.route(two.at());

            assertThat(bench.call("refuse").getRetcode()).isEqualTo("not enough memory");
            Throwable error = catchThrowable(() -> bench.call("throw"));
            assertThat(code(error)).isEqualTo(Status.Code.UNKNOWN);
            String large = "x".repeat(Servers.MESSAGE_LIMIT - 12);
            Throwable tooLarge = catchThrowable(() -> bench.call(large));
            assertThat(code(tooLarge)).isIn(Status.Code.RESOURCE_EXHAUSTED, Status.Code.CANCELLED);

            assertThat(one.calls.get() + two.calls.get()).isEqualTo(2);
            for (int i = 0; i < 20; i++) {
                assertThat(bench.call("fine").getRetcode()).isEqualTo("OK");
            }
            assertThat(one.calls.get()).isPositive();
            assertThat(two.calls.get()).isPositive();
            assertThat(bench.tables().getTable(TableId.getDefaultInstance()).getEntriesCount())
                    .isEqualTo(2);
        }
    }

    @Test
    void itTellsWhatItDoesAndCallsForOthers() throws Exception {
        try (Peer one = new Peer(BrokerTest::poisoned);
                Bench bench = new Bench("attempts=8")) {
            bench.route(one.at());
            Broker broker = bench.broker;
            String function = Bench.request("x").getName();

            EdgeAnswer fine = broker.call(function, "fine", Duration.ofSeconds(5));
            EdgeAnswer refused = broker.call(function, "refuse", Duration.ofSeconds(5));
            EdgeAnswer broken = broker.call(function, "throw", Duration.ofSeconds(5));
            EdgeAnswer unknown = broker.call("nobody-knows", "", Duration.ofSeconds(5));

            assertThat(fine.retcode()).isEqualTo("OK");
            assertThat(fine.output()).isEqualTo("fine");
            assertThat(fine.responder()).isEqualTo(one.at().toString());
            assertThat(refused.retcode()).isEqualTo("not enough memory");
            assertThat(broken.retcode()).startsWith("UNKNOWN");
            assertThat(unknown.retcode()).isEqualTo(AnswerHead.NO_DESTINATION);
            EdgeBrokerView view = broker.view("router", "type=random");
            assertThat(view.homeless()).isEqualTo(1);
            assertThat(view.functions())
                    .singleElement()
                    .returns(1L, EdgeFunctionView::answered)
                    .returns(2L, EdgeFunctionView::failed)
                    .satisfies(told -> assertThat(told.latency().count()).isEqualTo(1))
                    .satisfies(told -> assertThat(told.latency().p99()).isPositive());
            assertThat(view.routes())
                    .singleElement()
                    .returns(one.at().toString(), EdgeRouteView::destination)
                    .returns(0, EdgeRouteView::underWay)
                    .returns(1L, EdgeRouteView::answered)
                    .returns(2L, EdgeRouteView::failed);
        }
    }

    private static LambdaResponse poisoned(LambdaRequest request) {
        return switch (request.getInput()) {
            case "refuse" -> LambdaResponse.newBuilder().setRetcode("not enough memory").build();
            case "throw" -> throw new IllegalStateException("poison");
            default -> Peer.ok(request);
        };
    }

    @Test
    void aLoopOfRoutersEnds() throws Exception {
        try (Bench one = new Bench("max-pending-clients=2");
                Bench two = new Bench("max-pending-clients=2")) {
            one.route(two.broker.lambda());
            two.route(one.broker.lambda());

            assertThat(one.call("x").getRetcode()).isEqualTo("Loop detected after 2 hops");
        }
    }

    @Test
    void aRouteOfARouterToItselfEnds() throws Exception {
        try (Bench bench = new Bench("max-pending-clients=2")) {
            bench.route(bench.broker.lambda());

            for (int i = 0; i < 5; i++) {
                assertThat(bench.call("x").getRetcode()).isEqualTo("Loop detected after 1 hops");
            }
        }
    }

    @Test
    void whoComesToAFullQueueIsToldSoAndPlacesComeBack() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Peer peer =
                        new Peer(
                                request -> {
                                    sleep(go);
                                    return Peer.ok(request);
                                });
                Bench bench = new Bench("max-pending-clients=1,max-queue=1")) {
            bench.route(peer.at());
            var later = EdgeServerGrpc.newFutureStub(bench.channels.to(bench.broker.lambda()));
            Future<LambdaResponse> inside = later.runLambda(Bench.request("a"));
            await(() -> peer.calls.get() == 1);
            Future<LambdaResponse> waiting = later.runLambda(Bench.request("b"));
            Gate gate = gate(bench, peer);
            await(() -> gate.waiting() == 1);

            Throwable third = catchThrowable(() -> bench.call("c"));
            assertThat(code(third)).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
            waiting.cancel(true);
            await(() -> gate.waiting() == 0);
            Throwable late =
                    catchThrowable(
                            () -> bench.stub(Duration.ofMillis(200)).runLambda(Bench.request("d")));
            assertThat(code(late)).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
            await(() -> gate.waiting() == 0);
            inside.cancel(true);
            await(() -> gate.inside() == 0);
            go.countDown();
            assertThat(bench.call("e").getRetcode()).isEqualTo("OK");
            await(() -> gate.inside() == 0);
        }
    }

    private static Gate gate(Bench bench, Peer peer) {
        return bench.broker.tables().entry("f", false).ready().get(0).destination().gate();
    }

    private interface Question {
        boolean ask() throws Exception;
    }

    static void await(Question question) throws Exception {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!question.ask()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(5);
        }
    }

    @Test
    void whoHasNoContainerForTheFunctionIsPassedOver() throws Exception {
        LambdaResponse none =
                LambdaResponse.newBuilder().setRetcode("No container for lambda f").build();
        try (Peer one = new Peer(request -> none);
                Peer two = new Peer(Peer::ok);
                Bench bench = new Bench("attempts=2")) {
            bench.route(one.at());
            assertThat(bench.call("x"))
                    .isEqualTo(none.toBuilder().setResponder("" + one.at()).build());
            bench.route(two.at());

            for (int i = 0; i < 10; i++) {
                assertThat(bench.call("x").getRetcode()).isEqualTo("OK");
            }
            assertThat(one.calls.get()).isPositive();
        }
    }

    @Test
    void aTableThatIsEmptiedServesForAMomentSoThatItCanBeFilledAgain() throws Exception {
        try (Peer one = new Peer(Peer::ok);
                Peer two = new Peer(Peer::ok);
                Bench bench = new Bench("attempts=2")) {
            bench.route(one.at());
            bench.route(two.at());

            bench.configure(Action.FLUSH, "", "", 0);
            assertThat(bench.tables().getTable(TableId.getDefaultInstance()).getEntriesCount())
                    .isZero();
            assertThat(bench.call("x").getRetcode()).isEqualTo("OK");
            bench.route(one.at());

            await(() -> bench.broker.tables().entry("f", false).ready().size() == 1);
            assertThat(bench.call("x").getResponder()).isEqualTo(one.at().toString());
            bench.configure(Action.FLUSH, "", "", 0);
            await(() -> bench.call("x").getRetcode().equals(AnswerHead.NO_DESTINATION));
        }
    }

    @Test
    void tablesAreChangedAndRead() throws Exception {
        try (Bench bench = new Bench("attempts=1")) {
            bench.configure(Action.CHANGE, "f", "a:1", 2);
            bench.configure(Action.CHANGE, "f", "a:1", 3);
            bench.configure(Action.CHANGE, "g", "b:1", 1);
            ForwardingTable table = bench.tables().getTable(TableId.getDefaultInstance());
            assertThat(table.getEntriesList())
                    .extracting(e -> e.getLambda() + e.getDestination() + e.getWeight())
                    .containsExactly("fa:13.0", "gb:11.0");
            assertThat(bench.tables().getNumTables(Void.getDefaultInstance()).getValue())
                    .isEqualTo(2);

            bench.configure(Action.REMOVE, "f", "a:1", 0);
            bench.configure(Action.REMOVE, "f", "a:1", 0);
            bench.configure(Action.FLUSH, "", "", 0);

            assertThat(bench.tables().getTable(TableId.getDefaultInstance()).getEntriesCount())
                    .isZero();
            for (Throwable refused :
                    List.of(
                            catchThrowable(() -> bench.configure(Action.CHANGE, "f", "a:1", 0)),
                            catchThrowable(() -> bench.configure(Action.CHANGE, "f", "a", 1)),
                            catchThrowable(() -> bench.configure(Action.CHANGE, "", "a:1", 1)))) {
                assertThat(code(refused)).isEqualTo(Status.Code.INVALID_ARGUMENT);
            }
            Throwable none =
                    catchThrowable(
                            () ->
                                    bench.tables()
                                            .getTable(TableId.newBuilder().setValue(2).build()));
            assertThat(code(none)).isEqualTo(Status.Code.OUT_OF_RANGE);
        }
    }

    @Test
    void aRouterJoinsWhenItsControllerComesAgainEachLeaseAndLeaves() throws Exception {
        BlockingQueue<String> announced = new LinkedBlockingQueue<>();
        Loops loops = new Loops("controller", 1);
        EndPoint at;
        try (Servers.Running place = Servers.at(EndPoint.parse("127.0.0.1:0"), loops).start()) {
            at = place.endPoint();
        }
        String name;
        try (Bench bench = new Bench("random", "trivial", "attempts=1", at)) {
            name = bench.broker.lambda() + " " + bench.broker.configuration();
            Thread.sleep(300);
            Servers.at(at, loops).service(controller(announced)).start();
            for (int i = 0; i < 2; i++) {
                assertThat(announced.poll(5, TimeUnit.SECONDS)).isEqualTo(name + " for 2 s");
            }
        }
        try {
            assertThat(announced).last().isEqualTo(name + " for 0 s");
        } finally {
            loops.close();
        }
    }

    private static ServerServiceDefinition controller(BlockingQueue<String> announced) {
        Context.Key<String> lease = Context.key("lease");
        return ServerInterceptors.intercept(
                new EdgeControllerGrpc.EdgeControllerImplBase() {
                    @Override
                    public void announceRouter(RouterInfo router, StreamObserver<Void> out) {
                        String ports =
                                router.getEdgeServerEndpoint()
                                        + " "
                                        + router.getForwardingTableEndpoint();
                        announced.add(ports + " for " + lease.get() + " s");
                        out.onNext(Void.getDefaultInstance());
                        out.onCompleted();
                    }
                },
                new ServerInterceptor() {
                    @Override
                    public <Q, A> ServerCall.Listener<Q> interceptCall(
                            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
                        Context with =
                                Context.current().withValue(lease, headers.get(Lease.HEADER));
                        return Contexts.interceptCall(with, call, headers, next);
                    }
                });
    }
}
