/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

/**
 * A person or program that signs in.
 *
 * @param value a UUID in text form, or a fixed name for built-in objects
 */
public record UserId(String value) {
    /** Refuses an empty id. */
    public UserId {
        Ids.check(value);
    }

    /** A new random id. */
    public static UserId create() {
        return new UserId(Ids.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
