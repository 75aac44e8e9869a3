/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps a program alive until SIGTERM or SIGINT, then closes its role in good order. */
public final class Lifetime {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Lifetime() {}

    /** Returns after the process was told to stop and the role is closed. */
    public static void hold(AutoCloseable role) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(told, closed), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        told.await();
        try {
            role.close();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the role did not close: " + e.getMessage(), e);
        } finally {
            closed.countDown();
        }
    }

    private static void stop(CountDownLatch told, CountDownLatch closed) {
        told.countDown();
        try {
            if (!closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
