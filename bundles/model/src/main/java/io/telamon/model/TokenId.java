/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

/**
 * The public half of an API token.
 *
 * @param value a UUID in text form, or a fixed name for built-in objects
 */
public record TokenId(String value) {
    /** Refuses an empty id. */
    public TokenId {
        Ids.check(value);
    }

    /** A new random id. */
    public static TokenId create() {
        return new TokenId(Ids.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
