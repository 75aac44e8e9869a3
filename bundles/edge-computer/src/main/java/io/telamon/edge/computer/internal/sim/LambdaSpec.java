/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

import java.util.Optional;

/**
 * What a call of a simulated function costs and gives.
 *
 * @param name the function's name
 * @param operations work of a call
 * @param memory bytes that a call holds while it runs
 * @param output what it answers; empty: a copy of its input
 */
public record LambdaSpec(String name, Cost operations, Cost memory, Optional<String> output) {
    /**
     * A cost that grows with the length of the input.
     *
     * @param perByte for each byte of input
     * @param fixed for each call
     */
    public record Cost(double perByte, double fixed) {
        /** Refuses costs that are no numbers or less than nothing. */
        public Cost {
            if (!(perByte >= 0 && fixed >= 0) || Double.isInfinite(perByte + fixed)) {
                throw new IllegalArgumentException("A cost must be 0 or more");
            }
        }

        /** The cost of a call with an input of {@code length} bytes. */
        public double of(long length) {
            return fixed + perByte * length;
        }
    }
}
