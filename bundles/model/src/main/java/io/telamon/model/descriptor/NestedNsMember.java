/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * A service inside a service (SOL006 {@code ns-profile}, SOL001 {@code tosca.nodes.nfv.NS} node).
 *
 * @param memberIndex name inside the outer service
 * @param nsdId id of the inner descriptor
 * @param flavour deployment flavour of the inner service, its first when absent
 * @param connections which of the inner service's access points joins which link
 */
public record NestedNsMember(
        String memberIndex,
        String nsdId,
        Optional<String> flavour,
        List<LinkConnection> connections) {
    /** Copies the list. */
    public NestedNsMember {
        connections = List.copyOf(connections);
    }
}
