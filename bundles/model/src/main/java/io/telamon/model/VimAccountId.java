/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

/**
 * One cloud with one credential.
 *
 * @param value a UUID in text form, or a fixed name for built-in objects
 */
public record VimAccountId(String value) {
    /** Refuses an empty id. */
    public VimAccountId {
        Ids.check(value);
    }

    /** A new random id. */
    public static VimAccountId create() {
        return new VimAccountId(Ids.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
