/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.spi;

import io.telamon.model.resource.ResourceState;
import java.time.Duration;
import java.util.Map;

/**
 * A thing as the cloud shows it.
 *
 * @param handle the cloud's id
 * @param token request token it carries, or empty
 * @param state BUILDING, ACTIVE, ERROR, DELETING or MISSING
 * @param attributes addresses, port ids, host ...
 * @param fault the cloud's words when state is ERROR, else empty
 * @param again when to look again while BUILDING or DELETING; zero for the caller's default
 */
public record Observation(
        String handle,
        String token,
        ResourceState state,
        Map<String, String> attributes,
        String fault,
        Duration again) {
    /** Copies the map. */
    public Observation {
        attributes = Map.copyOf(attributes);
    }

    /** The same, to be looked at again after {@code pause}. */
    public Observation again(Duration pause) {
        return new Observation(handle, token, state, attributes, fault, pause);
    }

    /** A thing that works. */
    public static Observation active(String handle, String token, Map<String, String> attributes) {
        return new Observation(handle, token, ResourceState.ACTIVE, attributes, "", Duration.ZERO);
    }

    /** A thing the cloud does not know. */
    public static Observation missing(String handle) {
        return new Observation(handle, "", ResourceState.MISSING, Map.of(), "", Duration.ZERO);
    }
}
