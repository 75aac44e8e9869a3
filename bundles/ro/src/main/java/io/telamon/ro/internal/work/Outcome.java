/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.work;

import io.telamon.errors.Problem;
import io.telamon.nfvo.api.PlanExpander;
import io.telamon.vim.spi.Observation;
import java.time.Duration;

/** What came of one call for one task; the ledger alone turns it into new states. */
public sealed interface Outcome {
    /** The thing is as wanted. */
    record Done(Observation seen) implements Outcome {}

    /** The thing is gone, as wanted. */
    record Gone() implements Outcome {}

    /**
     * The partner works on it.
     *
     * @param seen the thing as seen, null when nothing new is known
     * @param again when to look again; zero for the default
     */
    record Building(Observation seen, Duration again) implements Outcome {}

    /**
     * Nothing was changed; try later.
     *
     * @param reason why, for people
     * @param delay how long to wait
     * @param keepClock true when the time of the last unanswered call must be kept
     */
    record Postponed(String reason, Duration delay, boolean keepClock) implements Outcome {}

    /**
     * An error.
     *
     * @param problem what happened
     * @param seen the thing as seen, null when unknown
     * @param pause how long the partner wants to be left alone; zero when it does not say
     */
    record Failed(Problem problem, Observation seen, Duration pause) implements Outcome {
        /** An error of a partner that does not say when to come again. */
        public Failed(Problem problem, Observation seen) {
            this(problem, seen, Duration.ZERO);
        }
    }

    /** A call on a thing that cannot be found again stayed unanswered. */
    record Unknown(Problem problem) implements Outcome {}

    /** An expansion node was written; {@code progress} says where it stands. */
    record Grown(PlanExpander.Progress progress) implements Outcome {}
}
