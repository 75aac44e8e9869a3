/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.account;

import java.time.Duration;

/**
 * One step of a connection test, as a person reads it.
 *
 * @param name what was tried in one or two words, for instance {@code identity} or {@code quota}
 * @param outcome what came of it
 * @param detail what was found, or the cloud's words and what to do next
 * @param took time of the step's calls; zero when nothing was called
 */
public record CheckStep(String name, Outcome outcome, String detail, Duration took) {
    /** What comes of a step. */
    public enum Outcome {
        /** It works. */
        OK,
        /** It does not work, and the account cannot be used without it. */
        FAILED,
        /** The cloud does not offer it; the account works without what builds on it. */
        ABSENT,
        /** Not tried, because an earlier step failed. */
        SKIPPED
    }
}
