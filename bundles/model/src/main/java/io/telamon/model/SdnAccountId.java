/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

/**
 * One SDN controller with one credential.
 *
 * @param value a UUID in text form, or a fixed name for built-in objects
 */
public record SdnAccountId(String value) {
    /** Refuses an empty id. */
    public SdnAccountId {
        Ids.check(value);
    }

    /** A new random id. */
    public static SdnAccountId create() {
        return new SdnAccountId(Ids.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
