/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens on other threads: polls until it is so, fails at the deadline. */
public final class Await {
    /** Generous for a loaded machine; a passing test does not wait for it. */
    public static final Duration DEFAULT = Duration.ofSeconds(10);

    private static final long POLL_NANOS = 1_000_000;

    private Await() {}

    /**
     * Waits {@link #DEFAULT} until {@code condition} holds; {@code what} names it in the failure.
     */
    public static void until(String what, BooleanSupplier condition) {
        until(what, DEFAULT, condition);
    }

    /** Waits until {@code condition} holds; {@link AssertionError} at the deadline. */
    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        value(what, atMost, condition::getAsBoolean, Boolean.TRUE::equals);
    }

    /** Waits {@link #DEFAULT} for a value that fits and returns it. */
    public static <T> T value(String what, Supplier<T> read, Predicate<T> fits) {
        return value(what, DEFAULT, read, fits);
    }

    /** Waits for a value that fits and returns it; the failure shows the last one seen. */
    public static <T> T value(String what, Duration atMost, Supplier<T> read, Predicate<T> fits) {
        long deadline = System.nanoTime() + atMost.toNanos();
        T seen = read.get();
        while (!fits.test(seen)) {
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                throw new AssertionError(
                        "Waited " + atMost + " in vain for: " + what + "; last seen: " + seen);
            }
            LockSupport.parkNanos(POLL_NANOS);
            seen = read.get();
        }
        return seen;
    }
}
