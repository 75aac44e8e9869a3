/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

/**
 * TCP or UDP ports.
 *
 * @param from first port, 0 to 65535
 * @param to last port, not below the first
 */
public record PortRange(int from, int to) {
    /** Refuses ports that do not exist. */
    public PortRange {
        if (from < 0 || to > 65535 || from > to) {
            throw new IllegalArgumentException("No port range: %d-%d".formatted(from, to));
        }
    }
}
