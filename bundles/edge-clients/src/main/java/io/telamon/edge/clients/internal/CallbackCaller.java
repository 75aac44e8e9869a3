/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.grpc.stub.StreamObserver;
import io.telamon.edge.rpc.CallbackServerGrpc;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.rpc.Void;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks for the answer by callback and waits for it. Answers do not say to which request they
 * belong, so each client thread has a callback port of its own and one request under way.
 */
final class CallbackCaller extends CallbackServerGrpc.CallbackServerImplBase implements Caller {
    private final Caller caller;
    private final Duration deadline;
    // where the answer under way goes
    private volatile CompletableFuture<LambdaResponse> expected = new CompletableFuture<>();
    private volatile String endPoint = "";

    CallbackCaller(Caller caller, Duration deadline) {
        this.caller = caller;
        this.deadline = deadline;
    }

    /** Says where this service can be reached. */
    void at(String reachable) {
        endPoint = reachable;
    }

    @Override
    public LambdaResponse call(LambdaRequest request) throws CallFailed, InterruptedException {
        CompletableFuture<LambdaResponse> answer = new CompletableFuture<>();
        expected = answer;
        LambdaResponse accepted = caller.call(request.toBuilder().setCallback(endPoint).build());
        if (!accepted.getAsynchronous()) {
            return accepted;
        }
        try {
            return answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new CallFailed("no answer by callback");
        } catch (ExecutionException e) {
            throw CallFailed.of(e.getCause());
        }
    }

    @Override
    public void receiveResponse(LambdaResponse response, StreamObserver<Void> answer) {
        Destination.take(response, expected);
        answer.onNext(Void.getDefaultInstance());
        answer.onCompleted();
    }
}
