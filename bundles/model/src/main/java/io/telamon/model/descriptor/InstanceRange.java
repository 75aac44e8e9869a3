/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/**
 * How many instances of a VDU there may be (OSM {@code count, min/max-instance-count}, SOL006
 * {@code vdu-profile}, Open Baton {@code vnfc[], scale_in_out}).
 *
 * @param min least number, not negative
 * @param initial number at the start, between min and max
 * @param max greatest number
 */
public record InstanceRange(int min, int initial, int max) {
    /** Refuses a range that no number can satisfy. */
    public InstanceRange {
        if (min < 0 || initial < min || max < initial) {
            throw new IllegalArgumentException(
                    "Impossible range: min %d, initial %d, max %d".formatted(min, initial, max));
        }
    }

    /** Returns exactly one. */
    public static InstanceRange one() {
        return new InstanceRange(1, 1, 1);
    }

    /** Returns always the same number. */
    public static InstanceRange exactly(int count) {
        return new InstanceRange(count, count, count);
    }
}
