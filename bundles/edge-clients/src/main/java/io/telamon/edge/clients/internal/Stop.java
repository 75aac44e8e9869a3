/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells the threads of a run to end: when its time is over, or on SIGTERM and SIGINT. */
final class Stop implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 15;

    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::end, "stop");

    private Stop() {}

    /** From now on the process ends only after {@link #close}, or after some seconds. */
    static Stop onSignal() {
        Stop stop = new Stop();
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    private void end() {
        told.countDown();
        try {
            done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void now() {
        told.countDown();
    }

    boolean told() {
        return told.getCount() == 0;
    }

    /** Waits at most so long; true when told to end. */
    boolean await(double seconds) throws InterruptedException {
        return told.await((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process ends already, and the hook was let go above
            done.countDown();
        }
    }
}
