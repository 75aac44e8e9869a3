/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Clients that work at the same time, each on its next piece of work when it is done. */
final class Crew {
    private Crew() {}

    /**
     * Does the pieces 0 to {@code count - 1}.
     *
     * @param clients number of clients
     * @return what came of each, in their order
     */
    static <T> List<T> work(int clients, int count, IntFunction<T> piece) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<T>> begun = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                begun.add(threads.submit(() -> piece.apply(number)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : begun) {
                results.add(each.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            threads.shutdownNow();
        }
    }
}
