/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.simulator.internal;

/**
 * How a simulated controller behaves. Absent fields take the defaults named here.
 *
 * @param latencyMs of each call, 0
 * @param buildMs until a chain is ACTIVE, 0
 * @param maxChains quota, -1 for none
 * @param secret credential that clients must show; empty for none
 * @param dedupe true when a create with a known token answers the chain that is there
 */
record ControllerSettings(
        long latencyMs, long buildMs, Long maxChains, String secret, Boolean dedupe) {
    /** Puts the defaults in. */
    ControllerSettings {
        maxChains = maxChains == null ? Long.valueOf(-1) : maxChains;
        secret = secret == null ? "" : secret;
        dedupe = dedupe == null ? Boolean.TRUE : dedupe;
    }

    static ControllerSettings defaults() {
        return new ControllerSettings(0, 0, null, null, null);
    }
}
