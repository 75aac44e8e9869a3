/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something to become true. */
public final class Await {
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Await() {}

    /**
     * Asks until the answer is good.
     *
     * @param patience how long at most
     * @param ask gives an answer
     * @param good true when it will do
     * @param claim what is waited for, in words
     * @return the first good answer
     */
    public static <T> T until(Duration patience, Supplier<T> ask, Predicate<T> good, String claim) {
        return until(patience, PAUSE, ask, good, claim);
    }

    /** The same with a time of one's own between two questions. */
    static <T> T until(
            Duration patience, Duration pause, Supplier<T> ask, Predicate<T> good, String claim) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            T answer = ask.get();
            if (good.test(answer)) {
                return answer;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "Not within " + patience + ": " + claim + "; last seen: " + answer);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
