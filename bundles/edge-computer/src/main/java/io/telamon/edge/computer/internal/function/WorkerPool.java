/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Threads of a function with a bounded queue; knows how busy they are and how long calls take. */
final class WorkerPool implements AutoCloseable {
    private static final double WEIGHT = 0.1;

    private final int workers;
    private final int waiting;
    private final ThreadPoolExecutor threads;
    private final AtomicInteger open = new AtomicInteger();
    // guarded by this
    private int active;
    private long lastChange = System.nanoTime();
    private double busyNanos;
    private double meanNanos;

    WorkerPool(String name, int workers, int waiting) {
        this.workers = workers;
        this.waiting = waiting;
        AtomicInteger number = new AtomicInteger();
        threads =
                new ThreadPoolExecutor(
                        workers,
                        workers,
                        60,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> {
                            Thread thread =
                                    new Thread(
                                            task, "edge-" + name + "-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Takes work unless too much waits. The work gives what is to be done when its worker is free
     * again: who hears of its end can have the place at once.
     */
    boolean offer(Supplier<Runnable> work) {
        if (open.incrementAndGet() > workers + waiting) {
            open.decrementAndGet();
            return false;
        }
        try {
            threads.execute(new Work(work));
            return true;
        } catch (java.util.concurrent.RejectedExecutionException e) {
            open.decrementAndGet();
            return false;
        }
    }

    /** Takes work that did not begin out of the queue. */
    void forget(Supplier<Runnable> work) {
        if (threads.remove(new Work(work))) {
            open.decrementAndGet();
        }
    }

    /** What a call would take from waiting to its end, by what calls took lately. */
    synchronized Duration estimate() {
        int ahead = Math.max(0, open.get() - workers + 1);
        return Duration.ofNanos((long) (meanNanos * (1 + (double) ahead / workers)));
    }

    synchronized double busy() {
        count(0);
        return busyNanos / workers / 1e9;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private synchronized void count(int change) {
        long now = System.nanoTime();
        busyNanos += (double) (now - lastChange) * active;
        lastChange = now;
        active += change;
    }

    private synchronized void took(long nanos) {
        meanNanos = meanNanos == 0 ? nanos : meanNanos + WEIGHT * (nanos - meanNanos);
    }

    /** Equal when it is the same work, so that it is found in the queue. */
    private final class Work implements Runnable {
        private final Supplier<Runnable> work;

        Work(Supplier<Runnable> work) {
            this.work = work;
        }

        @Override
        public void run() {
            long begin = System.nanoTime();
            count(1);
            Runnable after = () -> {};
            try {
                after = work.get();
            } finally {
                count(-1);
                took(System.nanoTime() - begin);
                open.decrementAndGet();
            }
            after.run();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Work same && same.work == work;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(work);
        }
    }
}
