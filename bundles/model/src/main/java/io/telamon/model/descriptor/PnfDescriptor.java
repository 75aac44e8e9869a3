/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;

/**
 * A physical network function (SOL006 {@code pnfd}, SOL001 {@code tosca.nodes.nfv.PNF}, OSM {@code
 * pnfd:pnfd}).
 *
 * @param info identity; provider and function description included
 * @param connectionPoints ports that links can join
 */
public record PnfDescriptor(DescriptorInfo info, List<ConnectionPoint> connectionPoints) {
    /** Copies the list. */
    public PnfDescriptor {
        connectionPoints = List.copyOf(connectionPoints);
    }

    /** Returns the descriptor's id. */
    public String id() {
        return info.id();
    }
}
