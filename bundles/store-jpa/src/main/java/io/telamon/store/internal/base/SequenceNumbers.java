/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.base;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that rise with time without asking the database: microseconds since 1970, then ten bits
 * that tell containers on one database apart. Thread-safe.
 */
public final class SequenceNumbers {
    private static final int NODE_BITS = 10;
    private static final long MICROS = 1_000_000L;
    private static final long NANOS_PER_MICRO = 1_000L;

    private final Clock clock;
    private final long node = ThreadLocalRandom.current().nextLong(1L << NODE_BITS);
    private final AtomicLong last;

    /** Starts behind {@code highest}, so that a clock set back does no harm. */
    public SequenceNumbers(Clock clock, long highest) {
        this.clock = clock;
        this.last = new AtomicLong(highest >> NODE_BITS);
    }

    /** A number higher than all before. */
    public long next() {
        Instant now = clock.instant();
        long micros = now.getEpochSecond() * MICROS + now.getNano() / NANOS_PER_MICRO;
        return last.updateAndGet(before -> Math.max(before + 1, micros)) << NODE_BITS | node;
    }
}
