/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.spi;

import io.telamon.model.resource.ResourceState;
import java.util.Map;

/**
 * A chain as the controller shows it.
 *
 * @param handle the controller's id
 * @param token request token it carries, or empty
 * @param state BUILDING, ACTIVE, ERROR or MISSING
 * @param attributes what the controller tells, for instance counters per hop; {@code fault} says
 *     why it is in ERROR
 */
public record ChainObservation(
        String handle, String token, ResourceState state, Map<String, String> attributes) {
    /** Copies the map. */
    public ChainObservation {
        attributes = Map.copyOf(attributes);
    }
}
