/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.lane;

import io.telamon.ro.internal.RoConfig;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that make calls. Calls that are held up by a slow partner do not count against the
 * normal share, so a few hung partners hold a few threads and nothing else. Thread-safe.
 */
public final class CallPool implements AutoCloseable {
    private static final long RETURN_SECONDS = 5;

    private final ThreadPoolExecutor threads;
    private final int share;
    private final int most;
    private final long slowNanos;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();

    private static final class Call {
        private final long started = System.nanoTime();
    }

    /** A pool with these limits. */
    public CallPool(RoConfig config) {
        share = config.poolSize();
        most = config.poolMax();
        slowNanos = Duration.ofMillis(config.slowAfterMillis()).toNanos();
        AtomicInteger number = new AtomicInteger();
        threads =
                new ThreadPoolExecutor(
                        0,
                        most,
                        10,
                        TimeUnit.SECONDS,
                        new SynchronousQueue<>(),
                        work -> {
                            Thread thread = new Thread(work, "ro-call-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        },
                        CallPool::waitForFree);
    }

    /** A thread whose call just ended may not be back yet: it comes at once. */
    private static void waitForFree(Runnable work, ThreadPoolExecutor threads) {
        try {
            if (!threads.isShutdown()
                    && threads.getQueue().offer(work, RETURN_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new RejectedExecutionException("The pool of calls is full or closed");
    }

    /** Number of calls that may be started now. */
    public int room() {
        int all = calls.size();
        return Math.min(share - (all - slow()), most - all);
    }

    /** Number of calls that are held up. */
    public int slow() {
        long before = System.nanoTime() - slowNanos;
        int slow = 0;
        for (Call call : calls) {
            if (call.started - before < 0) {
                slow++;
            }
        }
        return slow;
    }

    /** Starts a call; {@link #room} must have been asked before. */
    public void start(Runnable work) {
        Call call = new Call();
        calls.add(call);
        try {
            threads.execute(
                    () -> {
                        try {
                            work.run();
                        } finally {
                            calls.remove(call);
                        }
                    });
        } catch (RejectedExecutionException closing) {
            calls.remove(call);
            throw closing;
        }
    }

    /**
     * Lets no new call start. Those under way are not interrupted (an interrupt would close the
     * database's file); they end with their deadlines or when their sessions are closed.
     */
    @Override
    public void close() {
        threads.shutdown();
    }
}
