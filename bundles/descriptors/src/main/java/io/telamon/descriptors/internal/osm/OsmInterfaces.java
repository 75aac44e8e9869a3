/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.VduInterface;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What both of OSM's forms say about interfaces in the same words. */
public final class OsmInterfaces {
    private OsmInterfaces() {}

    /** Reads the bandwidth of a {@code virtual-interface}; OSM's 0 means no promise. */
    public static Optional<Long> bandwidth(Optional<MapNode> hardware) {
        return hardware.flatMap(h -> h.longNumber("bandwidth")).filter(b -> b > 0);
    }

    /** Puts interfaces in the order of their positions; equal positions keep the file's order. */
    public static List<VduInterface> ordered(List<VduInterface> interfaces) {
        return interfaces.stream().sorted(Comparator.comparingInt(VduInterface::position)).toList();
    }
}
