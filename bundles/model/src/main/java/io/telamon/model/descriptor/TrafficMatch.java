/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Map;
import java.util.Optional;

/**
 * Conditions on a packet, all of which must hold.
 *
 * @param protocol IP protocol number, such as 6 for TCP
 * @param sourcePrefix source network in CIDR form
 * @param destinationPrefix destination network in CIDR form
 * @param sourcePorts source ports
 * @param destinationPorts destination ports
 * @param others further conditions by the name the descriptor uses, such as eth_type or vlan_id
 */
public record TrafficMatch(
        Optional<Integer> protocol,
        Optional<String> sourcePrefix,
        Optional<String> destinationPrefix,
        Optional<PortRange> sourcePorts,
        Optional<PortRange> destinationPorts,
        Map<String, String> others) {
    /** Copies the map. */
    public TrafficMatch {
        others = Map.copyOf(others);
    }
}
