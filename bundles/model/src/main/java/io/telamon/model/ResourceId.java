/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

/**
 * One thing on a VIM or SDN controller, as recorded.
 *
 * @param value a UUID in text form, or a fixed name for built-in objects
 */
public record ResourceId(String value) {
    /** Refuses an empty id. */
    public ResourceId {
        Ids.check(value);
    }

    /** A new random id. */
    public static ResourceId create() {
        return new ResourceId(Ids.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
