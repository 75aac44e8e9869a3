/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

/**
 * A processor of a simulated computer.
 *
 * @param type {@code GenericCpu} or {@code GenericGpu}; only a label
 * @param speed operations a second of one core
 * @param memory bytes
 */
public record ProcessorSpec(String name, String type, double speed, int cores, long memory) {
    /** Refuses what cannot be simulated. */
    public ProcessorSpec {
        if (!(speed > 0) || Double.isInfinite(speed) || cores < 1 || memory < 0) {
            throw new IllegalArgumentException(
                    "Processor "
                            + name
                            + " needs speed and cores above 0 and a memory of 0 or more");
        }
    }
}
