/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Map;

/**
 * What one scaling step adds (SOL006 {@code aspect-delta-details}, SOL001 {@code
 * VduScalingAspectDeltas}, OSM {@code vdu-id-ref, count}).
 *
 * @param id identifier inside the aspect
 * @param instances instances added, by VDU id (or member index in a service)
 */
public record ScalingDelta(String id, Map<String, Integer> instances) {
    /** Copies the map. */
    public ScalingDelta {
        instances = Map.copyOf(instances);
    }
}
