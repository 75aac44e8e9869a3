/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Services that come and go on one account without a pause, as other tenants' would, to see whether
 * what happens elsewhere slows them down. A door that is away for a moment is asked again.
 */
final class Pulse implements AutoCloseable {
    private static final int WORKERS = 4;
    private static final Set<Integer> AWAY = Set.of(404, 503);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Services services;
    private final String account;
    private final String nsd;
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean beats = true;
    private volatile RuntimeException failure;

    Pulse(Services services, String account, String nsd) {
        this.services = services;
        this.account = account;
        this.nsd = nsd;
        for (int i = 0; i < WORKERS; i++) {
            Thread thread = new Thread(this::work, "pulse");
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Operations that ended per second, from now on for so long. */
    double rate(Duration window) {
        Mark mark = mark();
        LockSupport.parkNanos(window.toNanos());
        return mark.rate();
    }

    /** Remembers this moment. */
    Mark mark() {
        return new Mark(ended.get(), System.nanoTime());
    }

    /** A moment to measure from. */
    final class Mark {
        private final int before;
        private final long begun;

        Mark(int before, long begun) {
            this.before = before;
            this.begun = begun;
        }

        /** Operations that ended per second since then. */
        double rate() {
            if (failure != null) {
                throw new IllegalStateException("The other account's services failed", failure);
            }
            double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
            return (ended.get() - before) / seconds;
        }
    }

    /** Ends after the services that are under way. */
    @Override
    public void close() {
        beats = false;
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE.toMillis());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        while (beats && failure == null) {
            try {
                cycle();
            } catch (RuntimeException failed) {
                failure = failed;
            }
        }
    }

    private void cycle() {
        String instance = patient(() -> services.create("pulse-" + names.incrementAndGet(), nsd));
        end(instance, () -> services.instantiate(instance, account));
        end(instance, () -> services.terminate(instance));
        patient(
                () -> {
                    services.delete(instance);
                    return instance;
                });
    }

    private void end(String instance, Supplier<String> order) {
        String operation = patient(order);
        String state =
                Await.until(
                        "the pulse's operation " + operation,
                        PATIENCE,
                        () ->
                                Optional.of(patient(() -> services.state(operation)))
                                        .filter(word -> !word.equals("PROCESSING")));
        if (!state.equals("COMPLETED")) {
            throw new IllegalStateException(instance + " on " + account + " became " + state);
        }
        ended.incrementAndGet();
    }

    /** Asks again while the door is away. */
    static <T> T patient(Supplier<T> question) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return question.get();
            } catch (Rest.Refused away) {
                if (!AWAY.contains(away.status()) || System.nanoTime() > end) {
                    throw away;
                }
            } catch (UncheckedIOException closed) {
                if (System.nanoTime() > end) {
                    throw closed;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
