/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.itests;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what becomes true by itself, and says what did not. */
final class Await {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 100;

    private Await() {}

    static void until(String claim, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!Boolean.TRUE.equals(holds.call())) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "After " + LIMIT.toSeconds() + " s still not true: " + claim);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
