/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that only moves when a test says so, so that time-outs take no time. Thread-safe. */
public final class FakeClock extends Clock {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicReference<Instant> now;

    /** A clock that stands at the start of 2026. */
    public FakeClock() {
        this(START);
    }

    /** A clock that stands at {@code start}. */
    public FakeClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** Moves forward and returns the new time. */
    public Instant advance(Duration step) {
        return now.updateAndGet(time -> time.plus(step));
    }

    /** Jumps, also backwards. */
    public void set(Instant time) {
        now.set(time);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now.get(), zone);
    }
}
