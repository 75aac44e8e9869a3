/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.telamon.edge.rpc.EdgeRouterConf;
import io.telamon.edge.rpc.EdgeRouterGrpc;
import io.telamon.edge.rpc.ForwardingEntry;
import io.telamon.edge.rpc.ForwardingTable;
import io.telamon.edge.rpc.Return;
import io.telamon.edge.rpc.TableId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** {@link RouterTable} of whoever serves {@code EdgeRouter}, ours or the reference's. */
final class GrpcRouterTable implements RouterTable {
    private static final int ALL_DESTINATIONS = 0;

    private final Supplier<ManagedChannel> channel;
    private final Duration deadline;
    private final Runnable done;

    /**
     * Asks for the channel at each call, as somebody may have closed the last one, and runs {@code
     * done} when the table is no longer of interest.
     */
    GrpcRouterTable(Supplier<ManagedChannel> channel, Duration deadline, Runnable done) {
        this.channel = channel;
        this.deadline = deadline;
        this.done = done;
    }

    @Override
    public CompletableFuture<Map<Route, Boolean>> read() {
        TableId all = TableId.newBuilder().setValue(ALL_DESTINATIONS).build();
        return GrpcRouterTable.<ForwardingTable>call(answer -> stub().getTable(all, answer))
                .thenApply(GrpcRouterTable::routes);
    }

    private static Map<Route, Boolean> routes(ForwardingTable table) {
        Map<Route, Boolean> routes = new HashMap<>();
        for (ForwardingEntry entry : table.getEntriesList()) {
            routes.put(new Route(entry.getLambda(), entry.getDestination()), entry.getFinal());
        }
        return routes;
    }

    @Override
    public CompletableFuture<Void> put(Route route, boolean isFinal) {
        return configure(
                of(EdgeRouterConf.Action.CHANGE, route).setWeight(1).setFinal(isFinal), true);
    }

    @Override
    public CompletableFuture<Void> remove(Route route) {
        return configure(of(EdgeRouterConf.Action.REMOVE, route), false);
    }

    @Override
    public CompletableFuture<Void> flush() {
        return configure(EdgeRouterConf.newBuilder().setAction(EdgeRouterConf.Action.FLUSH), true);
    }

    private static EdgeRouterConf.Builder of(EdgeRouterConf.Action action, Route route) {
        return EdgeRouterConf.newBuilder()
                .setAction(action)
                .setLambda(route.lambda())
                .setDestination(route.destination());
    }

    /** Says "Error: ..." in its message when it did not do it; a removal then had nothing to do. */
    private CompletableFuture<Void> configure(EdgeRouterConf.Builder order, boolean mustBeDone) {
        return GrpcRouterTable.<Return>call(answer -> stub().configure(order.build(), answer))
                .handle((answer, failure) -> outcome(answer, failure, mustBeDone));
    }

    private static Void outcome(Return answer, Throwable failure, boolean mustBeDone) {
        if (failure != null) {
            Status status = Status.fromThrowable(failure);
            if (mustBeDone || status.getCode() != Status.Code.NOT_FOUND) {
                throw refusal(status.getCode())
                        ? new Refused(status.toString())
                        : status.asRuntimeException();
            }
        } else if (mustBeDone && answer.getMsg().startsWith("Error")) {
            throw new Refused(answer.getMsg());
        }
        return null;
    }

    private static boolean refusal(Status.Code code) {
        return switch (code) {
            case INVALID_ARGUMENT, FAILED_PRECONDITION, NOT_FOUND, ALREADY_EXISTS, OUT_OF_RANGE ->
                    true;
            default -> false;
        };
    }

    private EdgeRouterGrpc.EdgeRouterStub stub() {
        return EdgeRouterGrpc.newStub(channel.get())
                .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An order outlives the announcement that it follows from. */
    private static <T> CompletableFuture<T> call(Consumer<StreamObserver<T>> send) {
        CompletableFuture<T> done = new CompletableFuture<>();
        StreamObserver<T> heard =
                new StreamObserver<T>() {
                    @Override
                    public void onNext(T answer) {
                        done.complete(answer);
                    }

                    @Override
                    public void onError(Throwable failure) {
                        done.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        done.completeExceptionally(
                                Status.INTERNAL
                                        .withDescription("ended without an answer")
                                        .asRuntimeException());
                    }
                };
        Context.ROOT.run(() -> send.accept(heard));
        return done;
    }

    @Override
    public void retry() {
        channel.get().resetConnectBackoff();
    }

    @Override
    public void close() {
        done.run();
    }
}
