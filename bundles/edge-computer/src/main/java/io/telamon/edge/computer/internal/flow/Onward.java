/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.flow;

import io.grpc.Status;
import io.telamon.edge.computer.internal.function.RefusedException;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionException.Reason;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes after a function that was called asynchronously: the next functions by way of the
 * companion, joins by way of their owner, the answer or the error to the caller.
 */
public final class Onward {
    private static final Logger LOG = LoggerFactory.getLogger(Onward.class);

    private final Peers peers;
    private final Joins joins;
    private final EndPoint self;
    private final Optional<EndPoint> companion;

    /**
     * The way onward from a computer.
     *
     * @param self as others reach this computer
     * @param companion the broker that is given the next functions
     */
    public Onward(Peers peers, Joins joins, EndPoint self, Optional<EndPoint> companion) {
        this.peers = peers;
        this.joins = joins;
        this.self = self;
        this.companion = companion;
    }

    /** Goes on after a function did its work. */
    void finished(LambdaRequest request, Step step, Engine.Result result) {
        if (step.last()) {
            deliver(request, answer(request, result));
            return;
        }
        for (int index : step.after()) {
            next(request, step, result, index);
        }
    }

    /** Tells the caller that its request failed, once for the whole graph if that has an owner. */
    void failed(LambdaRequest request, Policy.Failure failure) {
        String owner = request.getJoinOwner();
        if (owner.isEmpty() || request.getDag().getNamesCount() == 0) {
            deliver(request, response(request, failure));
        } else if (owner.equals(self.toString())) {
            failedHere(request, failure);
        } else {
            LambdaRequest news = request.toBuilder().setFailure(failure.text()).build();
            send(owner, news)
                    .exceptionally(
                            error -> {
                                deliver(request, response(request, failure));
                                return null;
                            });
        }
    }

    /** A graph that this computer owns failed somewhere. */
    void failedHere(LambdaRequest request, Policy.Failure failure) {
        boolean first;
        try {
            first = joins.failed(request);
        } catch (RefusedException e) {
            first = true;
        }
        if (first) {
            deliver(request, response(request, failure));
        }
    }

    /**
     * Takes an input of a join, here or at the owner.
     *
     * @throws RefusedException when too many are being gathered
     */
    void join(LambdaRequest request, Step step) throws RefusedException {
        String owner = request.getJoinOwner();
        if (!owner.isEmpty() && !owner.equals(self.toString())) {
            send(owner, request).exceptionally(error -> lost(request, step, error));
            return;
        }
        Optional<LambdaRequest> complete = joins.arrived(request, step);
        complete.ifPresent(joined -> viaCompanion(joined, step.function()));
    }

    /** Graphs whose inputs are gathered here. */
    int gathering() {
        return joins.gathering();
    }

    /** Tells the callers of joins that waited in vain. */
    public void expire() {
        for (Joins.Late late : joins.expire()) {
            Policy.Failure failure = new Policy.Failure("TIMEOUT", late.text());
            deliver(late.request(), response(late.request(), failure));
        }
    }

    private void next(LambdaRequest request, Step step, Engine.Result result, int index) {
        LambdaRequest.Builder next =
                request.toBuilder()
                        .setNextFunctionIndex(index)
                        .setInput(result.text())
                        .setDatain(result.data())
                        .clearStates()
                        .putAllStates(result.states())
                        .setHops(request.getHops() + 1)
                        .clearForward()
                        .clearJoined();
        if (request.getChainCount() > 0) {
            viaCompanion(next.setName(request.getChain(index)).build(), request.getChain(index));
            return;
        }
        String function = request.getDag().getNames(index);
        next.setName(function).setJoinInput(step.index() + 1);
        if (request.getJoinOwner().isEmpty()) {
            next.setJoinOwner(self.toString());
        }
        LambdaRequest call = next.build();
        try {
            Step target = Step.of(call);
            if (target.join()) {
                join(call, target);
            } else {
                viaCompanion(call, function);
            }
        } catch (FunctionException | RefusedException e) {
            failed(call, Policy.failure(e));
        }
    }

    private void viaCompanion(LambdaRequest request, String function) {
        if (companion.isEmpty()) {
            failed(
                    request,
                    new Policy.Failure(
                            Reason.INVALID.name(),
                            "Computer %s has no companion to call %s".formatted(self, function)));
            return;
        }
        send(companion.get().toString(), request)
                .exceptionally(
                        error -> {
                            failed(request, unreached(function, error));
                            return null;
                        });
    }

    private LambdaResponse lost(LambdaRequest request, Step step, Throwable error) {
        deliver(request, response(request, unreached(step.function(), error)));
        return null;
    }

    private CompletableFuture<LambdaResponse> send(String to, LambdaRequest request) {
        EndPoint endPoint;
        try {
            endPoint = EndPoint.parse(to);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
        return peers.run(endPoint, request).thenApply(Onward::taken);
    }

    /** Whoever takes a call says that the answer comes later; anything else is no answer. */
    private static LambdaResponse taken(LambdaResponse response) {
        if (response.getRetcode().equals("OK") && response.getAsynchronous()) {
            return response;
        }
        String why =
                !response.getRetcode().equals("OK")
                        ? response.getRetcode()
                        : response.getFailure().isEmpty()
                                ? "not taken asynchronously"
                                : response.getOutput();
        throw new CompletionException(new IllegalStateException(why));
    }

    private static Policy.Failure unreached(String function, Throwable error) {
        Throwable cause =
                error instanceof CompletionException && error.getCause() != null
                        ? error.getCause()
                        : error;
        String why =
                cause instanceof IllegalStateException
                        ? cause.getMessage()
                        : Status.fromThrowable(cause).getCode()
                                + " "
                                + Status.fromThrowable(cause).getDescription();
        return new Policy.Failure(
                Reason.FAILED.name(),
                "Function %s could not be called: %s".formatted(function, why));
    }

    private LambdaResponse answer(LambdaRequest request, Engine.Result result) {
        return LambdaResponse.newBuilder()
                .setRetcode("OK")
                .setOutput(result.text())
                .setDataout(result.data())
                .setResponder(self.toString())
                .setHops(request.getHops() + 1)
                .putAllStates(result.states())
                .build();
    }

    private LambdaResponse response(LambdaRequest request, Policy.Failure failure) {
        return Policy.retcode(failure).toBuilder()
                .setResponder(self.toString())
                .setHops(request.getHops() + 1)
                .putAllStates(request.getStatesMap())
                .build();
    }

    private void deliver(LambdaRequest request, LambdaResponse response) {
        peers.deliver(request.getCallback(), response)
                .exceptionally(
                        error -> {
                            LOG.info(
                                    "Request {} was done, but {} does not take its answer: {}",
                                    request.getUuid(),
                                    request.getCallback(),
                                    error.getMessage());
                            return null;
                        });
    }
}
