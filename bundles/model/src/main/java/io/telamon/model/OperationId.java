/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

/**
 * One operation occurrence (SOL005 NsLcmOpOcc).
 *
 * @param value a UUID in text form, or a fixed name for built-in objects
 */
public record OperationId(String value) {
    /** Refuses an empty id. */
    public OperationId {
        Ids.check(value);
    }

    /** A new random id. */
    public static OperationId create() {
        return new OperationId(Ids.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
