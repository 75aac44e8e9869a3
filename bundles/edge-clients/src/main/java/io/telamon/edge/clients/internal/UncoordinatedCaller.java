/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Chooses between end-points without asking anybody: each request goes to the primary and, with a
 * probability, to each other one too. Who answers well first becomes the primary. With one
 * end-point it is a plain caller. For one thread.
 */
final class UncoordinatedCaller implements Caller {
    private final List<Destination> destinations;
    private final double persistence;
    private final Draws draws;
    private int primary;

    UncoordinatedCaller(List<Destination> destinations, double persistence, Draws draws) {
        if (destinations.isEmpty() || !(persistence >= 0) || persistence > 1) {
            throw new IllegalArgumentException(
                    "there must be an end-point, and persistence is a probability");
        }
        this.destinations = List.copyOf(destinations);
        this.persistence = persistence;
        this.draws = draws;
        this.primary = draws.whole(0, destinations.size() - 1);
    }

    int primary() {
        return primary;
    }

    @Override
    public LambdaResponse call(LambdaRequest request) throws CallFailed, InterruptedException {
        List<Integer> chosen = choose();
        CompletableFuture<Answer> first = new CompletableFuture<>();
        AtomicInteger open = new AtomicInteger(chosen.size());
        for (int index : chosen) {
            destinations
                    .get(index)
                    .send(request)
                    .whenComplete(
                            (response, failure) -> {
                                if (failure == null) {
                                    first.complete(new Answer(index, response));
                                } else if (open.decrementAndGet() == 0) {
                                    first.completeExceptionally(failure);
                                }
                            });
        }
        try {
            Answer answer = first.get();
            primary = answer.from;
            return answer.response;
        } catch (ExecutionException e) {
            throw CallFailed.of(e.getCause());
        }
    }

    private List<Integer> choose() {
        List<Integer> chosen = new ArrayList<>();
        chosen.add(primary);
        for (int index = 0; index < destinations.size(); index++) {
            if (index != primary && draws.happens(persistence)) {
                chosen.add(index);
            }
        }
        return chosen;
    }

    private record Answer(int from, LambdaResponse response) {}
}
