/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import java.time.Duration;

/**
 * The moment after which a caller no longer waits.
 *
 * @param nanos as {@link System#nanoTime}
 * @param bounded false when there is no such moment
 */
public record Deadline(long nanos, boolean bounded) {
    /** The caller waits for ever. */
    public static Deadline none() {
        return new Deadline(0, false);
    }

    /** The caller waits this long from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos(), true);
    }

    /** Milliseconds left, at least 0; a day when there is no deadline. */
    public long millisLeft() {
        return bounded
                ? Math.max(0, (nanos - System.nanoTime() + 999_999) / 1_000_000)
                : Duration.ofDays(1).toMillis();
    }

    /**
     * Sleeps, but not beyond the deadline.
     *
     * @throws CallFailed TIMEOUT when the deadline comes first
     */
    public void sleep(long millis) throws InterruptedException {
        if (millis <= 0) {
            return;
        }
        long left = millisLeft();
        Thread.sleep(Math.min(millis, left));
        if (left < millis) {
            throw new CallFailed(CallFailed.Kind.TIMEOUT, "no answer within the deadline", null);
        }
    }
}
