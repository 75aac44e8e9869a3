/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

/**
 * One task of a plan.
 *
 * @param value a UUID in text form, or a fixed name for built-in objects
 */
public record TaskId(String value) {
    /** Refuses an empty id. */
    public TaskId {
        Ids.check(value);
    }

    /** A new random id. */
    public static TaskId create() {
        return new TaskId(Ids.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
