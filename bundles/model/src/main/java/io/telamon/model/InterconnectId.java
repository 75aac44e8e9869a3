/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

/**
 * What joins several clouds below their networks.
 *
 * @param value a UUID in text form, or a fixed name for built-in objects
 */
public record InterconnectId(String value) {
    /** Refuses an empty id. */
    public InterconnectId {
        Ids.check(value);
    }

    /** A new random id. */
    public static InterconnectId create() {
        return new InterconnectId(Ids.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
