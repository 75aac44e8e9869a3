/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.flow;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import io.grpc.Channel;
import io.grpc.Status;
import io.telamon.edge.kit.Channels;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Lease;
import io.telamon.edge.rpc.CallbackServerGrpc;
import io.telamon.edge.rpc.ComputerInfo;
import io.telamon.edge.rpc.EdgeControllerGrpc;
import io.telamon.edge.rpc.EdgeServerGrpc;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.rpc.State;
import io.telamon.edge.rpc.StateResponse;
import io.telamon.edge.rpc.StateServerGrpc;
import io.telamon.edge.rpc.Void;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Calls from this computer to others, each with a deadline. Calls that did not reach anybody are
 * repeated a little later. Channels to the end-points used last are kept.
 */
public final class Peers {
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int KEPT = 256;

    private final Channels channels;
    private final Duration limit;
    private final ScheduledExecutorService timer;
    // guarded by itself; the end-points that requests named, in the order of last use
    private final LinkedHashMap<EndPoint, Boolean> used = new LinkedHashMap<>(16, 0.75f, true);

    /** Calls over these channels; each attempt may take {@code limit}. */
    public Peers(Channels channels, Duration limit, ScheduledExecutorService timer) {
        this.channels = channels;
        this.limit = limit;
        this.timer = timer;
    }

    /** Executes a function elsewhere. */
    public CompletableFuture<LambdaResponse> run(EndPoint to, LambdaRequest request) {
        return call(to, channel -> EdgeServerGrpc.newFutureStub(channel).runLambda(request));
    }

    /** Delivers the answer of an asynchronous call. */
    public CompletableFuture<Void> deliver(String callback, LambdaResponse response) {
        return call(
                callback,
                channel -> CallbackServerGrpc.newFutureStub(channel).receiveResponse(response));
    }

    /** Reads a state from its server. */
    public CompletableFuture<StateResponse> get(String location, String name) {
        State state = State.newBuilder().setName(name).build();
        return call(location, channel -> StateServerGrpc.newFutureStub(channel).get(state));
    }

    /** Writes a state to a server. */
    public CompletableFuture<StateResponse> put(String location, State state) {
        return call(location, channel -> StateServerGrpc.newFutureStub(channel).put(state));
    }

    /**
     * Tells a controller of this computer, once: who announces repeats it anyway, after this time.
     */
    public CompletableFuture<Void> announce(
            EndPoint controller, ComputerInfo info, Duration period) {
        return again(
                controller,
                channel ->
                        EdgeControllerGrpc.newFutureStub(Lease.repeated(channel, period))
                                .announceComputer(info));
    }

    /** Takes this computer back, once. */
    public CompletableFuture<Void> remove(EndPoint controller, ComputerInfo info) {
        return once(
                controller,
                channel -> EdgeControllerGrpc.newFutureStub(channel).removeComputer(info));
    }

    private <T> CompletableFuture<T> call(
            String to, Function<Channel, ListenableFuture<T>> method) {
        try {
            return call(EndPoint.parse(to), method);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(
                    Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException());
        }
    }

    private <T> CompletableFuture<T> call(
            EndPoint to, Function<Channel, ListenableFuture<T>> method) {
        CompletableFuture<T> result = new CompletableFuture<>();
        attempt(to, method, 1, result);
        return result;
    }

    private <T> void attempt(
            EndPoint to,
            Function<Channel, ListenableFuture<T>> method,
            int number,
            CompletableFuture<T> result) {
        (number == 1 ? once(to, method) : again(to, method))
                .whenComplete(
                        (answer, error) -> {
                            if (error == null) {
                                result.complete(answer);
                            } else if (number < ATTEMPTS && reachedNobody(error)) {
                                timer.schedule(
                                        () -> attempt(to, method, number + 1, result),
                                        PAUSE.toMillis() * number,
                                        TimeUnit.MILLISECONDS);
                            } else {
                                result.completeExceptionally(error);
                            }
                        });
    }

    private static boolean reachedNobody(Throwable error) {
        return Status.fromThrowable(error).getCode() == Status.Code.UNAVAILABLE;
    }

    private <T> CompletableFuture<T> once(
            EndPoint to, Function<Channel, ListenableFuture<T>> method) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            touch(to);
            Channel channel = Channels.within(channels.to(to), limit);
            Futures.addCallback(method.apply(channel), new Passing<>(result), Runnable::run);
        } catch (IllegalStateException e) {
            result.completeExceptionally(
                    Status.UNAVAILABLE.withDescription(e.getMessage()).asRuntimeException());
        }
        return result;
    }

    /** Connects at once instead of when gRPC would try the next time. */
    private <T> CompletableFuture<T> again(
            EndPoint to, Function<Channel, ListenableFuture<T>> method) {
        try {
            channels.open(to).knock();
        } catch (IllegalStateException e) {
            return CompletableFuture.failedFuture(
                    Status.UNAVAILABLE.withDescription(e.getMessage()).asRuntimeException());
        }
        return once(to, method);
    }

    /** Requests name end-points freely; channels to those used long ago are closed. */
    private void touch(EndPoint to) {
        EndPoint eldest = null;
        synchronized (used) {
            used.put(to, true);
            if (used.size() > KEPT) {
                Iterator<Map.Entry<EndPoint, Boolean>> oldest = used.entrySet().iterator();
                eldest = oldest.next().getKey();
                oldest.remove();
            }
        }
        if (eldest != null) {
            channels.drop(eldest);
        }
    }

    private record Passing<T>(CompletableFuture<T> result) implements FutureCallback<T> {
        @Override
        public void onSuccess(T answer) {
            result.complete(answer);
        }

        @Override
        public void onFailure(Throwable error) {
            result.completeExceptionally(error);
        }
    }
}
