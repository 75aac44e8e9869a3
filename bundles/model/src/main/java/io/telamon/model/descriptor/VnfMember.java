/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * One VNF of a service (SOL006 {@code vnf-profile}, OSM {@code constituent-vnfd}).
 *
 * @param memberIndex name of the member inside the service, unique there
 * @param vnfdId id of the VNF descriptor
 * @param flavour deployment flavour, the VNFD's first when absent
 * @param level instantiation level, the flavour's default when absent
 * @param connections which external connection point joins which link
 */
public record VnfMember(
        String memberIndex,
        String vnfdId,
        Optional<String> flavour,
        Optional<String> level,
        List<LinkConnection> connections) {
    /** Copies the list. */
    public VnfMember {
        connections = List.copyOf(connections);
    }

    /** Returns how this external connection point is joined, if it is. */
    public Optional<LinkConnection> connection(String connectionPoint) {
        return connections.stream()
                .filter(c -> c.connectionPoint().equals(connectionPoint))
                .findFirst();
    }
}
