/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * How a link lies on the physical network (OSM {@code provider-network}, SOL001 {@code
 * L2ProtocolData}).
 *
 * @param physicalNetwork name of the physical network
 * @param overlayType such as vlan, vxlan or flat, in lower case
 * @param segmentationId VLAN or VNI number
 */
public record ProviderNetwork(
        Optional<String> physicalNetwork,
        Optional<String> overlayType,
        Optional<Integer> segmentationId) {}
