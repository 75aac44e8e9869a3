/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * The port where classified traffic starts: a member's connection point or a port the cloud already
 * has; neither when the language leaves it open.
 *
 * @param memberIndex member
 * @param connectionPoint its external connection point
 * @param vimPortId id of a port on the cloud (Tacker {@code network_src_port_id})
 */
public record TrafficSource(
        Optional<String> memberIndex,
        Optional<String> connectionPoint,
        Optional<String> vimPortId) {
    /** Returns a member's connection point. */
    public static TrafficSource member(String memberIndex, String connectionPoint) {
        return new TrafficSource(
                Optional.of(memberIndex), Optional.of(connectionPoint), Optional.empty());
    }

    /** Returns a port that exists on the cloud. */
    public static TrafficSource vimPort(String portId) {
        return new TrafficSource(Optional.empty(), Optional.empty(), Optional.of(portId));
    }

    /** Returns an open source. */
    public static TrafficSource anywhere() {
        return new TrafficSource(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
