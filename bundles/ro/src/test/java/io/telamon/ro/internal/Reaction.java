/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.model.resource.ResourceState;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** How a fake cloud answers one call. */
public sealed interface Reaction {
    /** Does nothing and fails. */
    record Fail(ErrorCode code, Duration pause) implements Reaction {
        /** Fails without saying when to come again. */
        public Fail(ErrorCode code) {
            this(code, Duration.ZERO);
        }
    }

    /** Does the work and then fails to answer. */
    record Lose(ErrorCode code) implements Reaction {}

    /** Makes the thing in this state. */
    record Make(ResourceState state) implements Reaction {}

    /** Waits for the latch, then works. */
    record Hang(CountDownLatch until) implements Reaction {}

    /** Waits for the latch, then fails. */
    record HangThenFail(CountDownLatch until, ErrorCode code) implements Reaction {}

    /** Fails to answer; the thing appears only when the test says so. */
    record ArriveLate() implements Reaction {}

    /** Lists nothing although things are there. */
    record HideAll() implements Reaction {}

    /** Breaks in a way that no plug-in should. */
    record Crash() implements Reaction {}
}
