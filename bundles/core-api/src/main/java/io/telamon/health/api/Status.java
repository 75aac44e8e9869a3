/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.api;

import java.util.Objects;

/**
 * The answer of a {@link HealthCheck}.
 *
 * @param ready whether the condition holds
 * @param detail one line for a person: what is there, or what is awaited; never a secret
 */
public record Status(boolean ready, String detail) {
    /** Refuses a missing detail. */
    public Status {
        Objects.requireNonNull(detail, "detail");
    }

    /** The condition holds. */
    public static Status ready(String detail) {
        return new Status(true, detail);
    }

    /** The condition does not hold; {@code detail} names what is awaited. */
    public static Status waiting(String detail) {
        return new Status(false, detail);
    }
}
