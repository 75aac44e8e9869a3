/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

/**
 * One network service instance.
 *
 * @param value a UUID in text form, or a fixed name for built-in objects
 */
public record NsInstanceId(String value) {
    /** Refuses an empty id. */
    public NsInstanceId {
        Ids.check(value);
    }

    /** A new random id. */
    public static NsInstanceId create() {
        return new NsInstanceId(Ids.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
