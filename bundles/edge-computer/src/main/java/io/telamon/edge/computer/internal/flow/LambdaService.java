/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.flow;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.telamon.edge.computer.internal.function.RefusedException;
import io.telamon.edge.computer.internal.sim.LoadWindow.Load;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.rpc.EdgeServerGrpc;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionException.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The lambda port of a computer. Nothing blocks here. */
public final class LambdaService extends EdgeServerGrpc.EdgeServerImplBase {
    private final Parts parts;
    private final Rules rules;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger asynchronous = new AtomicInteger();
    private volatile boolean stopping;

    /**
     * What the port is made of.
     *
     * @param load of a processor, by its name
     */
    public record Parts(Engine engine, Onward onward, EndPoint self, Function<String, Load> load) {}

    /**
     * What it grants.
     *
     * @param asynchronous calls under way whose answer goes by callback; 0: none are taken
     * @param time longest time of a function
     * @param maxRequest bytes of a request
     * @param maxResponse bytes of an answer
     */
    public record Rules(
            Policy policy, int asynchronous, Duration time, int maxRequest, int maxResponse) {}

    /** A port with its rules. */
    public LambdaService(Parts parts, Rules rules) {
        this.parts = parts;
        this.rules = rules;
    }

    /** Takes no more calls but those that belong to graphs gathered here. */
    public void stop() {
        stopping = true;
    }

    /** Calls under way, synchronous or not, and graphs whose inputs are gathered here. */
    public int open() {
        return open.get() + asynchronous.get() + parts.onward().gathering();
    }

    @Override
    public void runLambda(LambdaRequest request, StreamObserver<LambdaResponse> observer) {
        ServerCallStreamObserver<LambdaResponse> call =
                (ServerCallStreamObserver<LambdaResponse>) observer;
        Cancel cancel = new Cancel();
        call.setOnCancelHandler(cancel);
        open.incrementAndGet();
        handle(request, cancel)
                .whenComplete(
                        (response, error) -> {
                            open.decrementAndGet();
                            if (!call.isCancelled()) {
                                answer(request, call, response, error);
                            }
                        });
    }

    private void answer(
            LambdaRequest request,
            StreamObserver<LambdaResponse> call,
            LambdaResponse.Builder response,
            Throwable error) {
        try {
            LambdaResponse.Builder answer =
                    error == null ? response : rules.policy().answer(error).toBuilder();
            call.onNext(fitting(complete(request, answer)));
            call.onCompleted();
        } catch (StatusRuntimeException e) {
            call.onError(e);
        }
    }

    private LambdaResponse complete(LambdaRequest request, LambdaResponse.Builder answer) {
        return answer.setHops(request.getHops() + 1).setResponder(parts.self().toString()).build();
    }

    /** An answer that is too long for those it passes would cost more than this call. */
    private LambdaResponse fitting(LambdaResponse answer) {
        if (answer.getSerializedSize() <= rules.maxResponse()) {
            return answer;
        }
        FunctionException error =
                new FunctionException(
                        Reason.TOO_LARGE,
                        "The answer of %d bytes is longer than %d"
                                .formatted(answer.getSerializedSize(), rules.maxResponse()));
        return rules.policy().answer(error).toBuilder()
                .setHops(answer.getHops())
                .setResponder(answer.getResponder())
                .build();
    }

    private CompletableFuture<LambdaResponse.Builder> handle(LambdaRequest request, Cancel cancel) {
        try {
            check(request);
            if (!request.getFailure().isEmpty()) {
                return outliving(() -> hear(request));
            }
            Step step = Step.of(request);
            if (request.getDry()) {
                return dry(request, step);
            }
            return request.getCallback().isEmpty()
                    ? synchronous(request, step, cancel)
                    : outliving(() -> accept(request, step));
        } catch (FunctionException | RefusedException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** What is begun here goes on when the call that brought it has been answered. */
    private static CompletableFuture<LambdaResponse.Builder> outliving(Work work)
            throws RefusedException {
        Context before = Context.ROOT.attach();
        try {
            return work.begin();
        } finally {
            Context.ROOT.detach(before);
        }
    }

    /** Something to begin with. */
    private interface Work {
        CompletableFuture<LambdaResponse.Builder> begin() throws RefusedException;
    }

    private CompletableFuture<LambdaResponse.Builder> hear(LambdaRequest request) {
        Policy.Failure failure = new Policy.Failure(Reason.FAILED.name(), request.getFailure());
        parts.onward().failedHere(request, failure);
        return taken();
    }

    private void check(LambdaRequest request) throws FunctionException, RefusedException {
        boolean awaited = request.getJoinOwner().equals(parts.self().toString());
        if (stopping && !awaited) {
            throw new RefusedException(
                    RefusedException.Reason.STOPPING, parts.self() + " is about to stop");
        }
        if (request.getSerializedSize() > rules.maxRequest()) {
            throw new FunctionException(
                    Reason.TOO_LARGE,
                    "The request of %d bytes is longer than %d"
                            .formatted(request.getSerializedSize(), rules.maxRequest()));
        }
    }

    private CompletableFuture<LambdaResponse.Builder> dry(LambdaRequest request, Step step)
            throws RefusedException {
        Load load = load(step);
        return parts.engine()
                .estimate(request, step.function())
                .thenApply(
                        time ->
                                loaded(load)
                                        .setRetcode("OK")
                                        .setPtime((int) Math.round(time.toNanos() / 1e6)));
    }

    private CompletableFuture<LambdaResponse.Builder> synchronous(
            LambdaRequest request, Step step, Cancel cancel) throws RefusedException {
        Load load = load(step);
        return parts.engine()
                .execute(request, step.function(), limit(), cancel)
                .thenApply(
                        result ->
                                loaded(load)
                                        .setRetcode("OK")
                                        .setOutput(result.text())
                                        .setDataout(result.data())
                                        .setPtime(result.millis())
                                        .putAllStates(result.states()));
    }

    /** Says at once that the call is taken; the rest goes by callback. */
    private CompletableFuture<LambdaResponse.Builder> accept(LambdaRequest request, Step step)
            throws RefusedException {
        if (rules.asynchronous() == 0) {
            throw new RefusedException(
                    RefusedException.Reason.UNKNOWN,
                    "Cannot handle an asynchronous function invocation");
        }
        if (step.join() && !request.getJoined()) {
            parts.onward().join(request, step);
            return taken();
        }
        parts.engine().runner(step.function());
        if (asynchronous.incrementAndGet() > rules.asynchronous()) {
            asynchronous.decrementAndGet();
            throw new RefusedException(
                    RefusedException.Reason.BUSY,
                    rules.asynchronous() + " asynchronous calls are under way already");
        }
        parts.engine()
                .execute(request, step.function(), rules.time(), call -> {})
                .whenComplete(
                        (result, error) -> {
                            asynchronous.decrementAndGet();
                            if (error == null) {
                                parts.onward().finished(request, step, result);
                            } else {
                                parts.onward().failed(request, Policy.failure(error));
                            }
                        });
        return taken();
    }

    private static CompletableFuture<LambdaResponse.Builder> taken() {
        return CompletableFuture.completedFuture(
                LambdaResponse.newBuilder().setRetcode("OK").setAsynchronous(true));
    }

    private Load load(Step step) throws RefusedException {
        return parts.load().apply(parts.engine().runner(step.function()).offer().processor());
    }

    private static LambdaResponse.Builder loaded(Load load) {
        return LambdaResponse.newBuilder()
                .setLoad1(load.last1())
                .setLoad10(load.last10())
                .setLoad30(load.last30());
    }

    /** Nobody waits longer than the caller's deadline. */
    private Duration limit() {
        Deadline deadline = Context.current().getDeadline();
        if (deadline == null) {
            return rules.time();
        }
        long millis = Math.max(1, deadline.timeRemaining(TimeUnit.MILLISECONDS));
        return Duration.ofMillis(Math.min(millis, rules.time().toMillis()));
    }

    /** Gives a call up when its caller does, whichever is known first. */
    private static final class Cancel
            implements Runnable, java.util.function.Consumer<CompletableFuture<?>> {
        // guarded by this
        private CompletableFuture<?> running;
        private boolean cancelled;

        @Override
        public void accept(CompletableFuture<?> call) {
            synchronized (this) {
                running = call;
                if (!cancelled) {
                    return;
                }
            }
            call.cancel(false);
        }

        @Override
        public void run() {
            CompletableFuture<?> call;
            synchronized (this) {
                cancelled = true;
                call = running;
            }
            if (call != null) {
                call.cancel(false);
            }
        }
    }
}
