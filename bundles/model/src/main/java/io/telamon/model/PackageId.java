/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model;

/**
 * One on-boarded package (a catalog entry).
 *
 * @param value a UUID in text form, or a fixed name for built-in objects
 */
public record PackageId(String value) {
    /** Refuses an empty id. */
    public PackageId {
        Ids.check(value);
    }

    /** A new random id. */
    public static PackageId create() {
        return new PackageId(Ids.random());
    }

    @Override
    public String toString() {
        return value;
    }
}
