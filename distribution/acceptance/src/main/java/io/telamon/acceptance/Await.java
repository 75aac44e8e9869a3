/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for something that another process does. */
public final class Await {
    private static final long STEP_MILLIS = 50;

    private Await() {}

    /**
     * Asks until the answer is there.
     *
     * @param what what is awaited, for the message
     */
    public static <T> T until(String what, Duration within, Supplier<Optional<T>> question) {
        long end = System.nanoTime() + within.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not within " + within + ": " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(STEP_MILLIS));
        }
    }

    /** Asks until it is true. */
    public static void untilTrue(String what, Duration within, Supplier<Boolean> question) {
        until(what, within, () -> question.get() ? Optional.of(true) : Optional.empty());
    }
}
