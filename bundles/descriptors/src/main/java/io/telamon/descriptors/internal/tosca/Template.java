/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.tree.MapNode;
import java.util.Optional;

/**
 * A node template with its place in the type tree.
 *
 * @param name name in the topology
 * @param type type as written
 * @param base the type of the standard it is derived from, without {@code tosca.nodes.nfv.}
 * @param node the template
 */
record Template(String name, String type, String base, MapNode node) {
    /** Returns the properties, an empty map when there are none. */
    Optional<MapNode> properties() {
        return node.map("properties");
    }

    Requirements requirements() {
        return Requirements.of(node);
    }
}
