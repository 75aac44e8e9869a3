/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.time.Duration;

/**
 * How a kind of thing is found again after an unanswered create, and how long an empty answer to
 * {@code find} must not be believed.
 *
 * @param kind the way
 * @param settle time after which "not found" means "not there"
 */
public record Identity(Kind kind, Duration settle) {
    /** Ways to find a thing again (design section 4). */
    public enum Kind {
        /** The request token is in a tag, label or metadata. */
        TAG,
        /** The name is deterministic. */
        NAME,
        /** The thing connects two others and is found by both ends. */
        RELATION,
        /** The create carries our own id: repeating it is harmless. */
        IDEMPOTENT,
        /** Cannot be found: an unanswered call leaves the outcome unknown. */
        NONE
    }
}
