/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.grpc.Channel;
import io.grpc.stub.StreamObserver;
import io.telamon.edge.rpc.EdgeServerGrpc;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One end-point to send requests to. */
final class Destination {
    private final EdgeServerGrpc.EdgeServerStub stub;
    private final Duration deadline;

    Destination(Channel channel, Duration deadline) {
        this.stub = EdgeServerGrpc.newStub(channel);
        this.deadline = deadline;
    }

    /** Fails with {@link CallFailed} when the answer is not a good one. */
    CompletableFuture<LambdaResponse> send(LambdaRequest request) {
        CompletableFuture<LambdaResponse> answer = new CompletableFuture<>();
        stub.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS)
                .runLambda(
                        request,
                        new StreamObserver<LambdaResponse>() {
                            @Override
                            public void onNext(LambdaResponse response) {
                                take(response, answer);
                            }

                            @Override
                            public void onError(Throwable failure) {
                                answer.completeExceptionally(CallFailed.of(failure));
                            }

                            @Override
                            public void onCompleted() {
                                answer.completeExceptionally(new CallFailed("no answer"));
                            }
                        });
        return answer;
    }

    /** Takes a response for what it says. */
    static void take(LambdaResponse response, CompletableFuture<LambdaResponse> answer) {
        if (!response.getRetcode().equals("OK")) {
            answer.completeExceptionally(new CallFailed("retcode " + response.getRetcode()));
        } else if (!response.getFailure().isEmpty()) {
            answer.completeExceptionally(new CallFailed("function " + response.getFailure()));
        } else {
            answer.complete(response);
        }
    }
}
