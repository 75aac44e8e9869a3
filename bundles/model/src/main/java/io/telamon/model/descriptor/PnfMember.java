/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;

/**
 * A physical network function of a service (SOL006 {@code pnf-profile}): on no cloud, only joined.
 *
 * @param memberIndex name inside the service
 * @param pnfdId id of the PNF descriptor
 * @param connections which of its connection points joins which link
 */
public record PnfMember(String memberIndex, String pnfdId, List<LinkConnection> connections) {
    /** Copies the list. */
    public PnfMember {
        connections = List.copyOf(connections);
    }
}
