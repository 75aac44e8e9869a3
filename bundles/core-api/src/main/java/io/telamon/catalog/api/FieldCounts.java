/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.api;

/**
 * How many leaf fields of the original were understood.
 *
 * @param consumed read into the model or checked
 * @param ignored known, and left out for a committed reason
 * @param unknown not known; each has a warning with its path
 */
public record FieldCounts(int consumed, int ignored, int unknown) {
    /** Returns the count of a package in which nothing could be read. */
    public static FieldCounts none() {
        return new FieldCounts(0, 0, 0);
    }

    /** Returns how many leaf fields there are. */
    public int total() {
        return consumed + ignored + unknown;
    }
}
