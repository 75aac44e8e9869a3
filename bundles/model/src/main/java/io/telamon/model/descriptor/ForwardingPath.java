/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * One path of a forwarding graph (OSM {@code rsp}, SOL006 {@code nfpd}, Tacker {@code FP.Tacker}).
 *
 * @param id identifier inside the graph
 * @param name name for people
 * @param hops where traffic passes; hops of one order share the load
 * @param classifiers which traffic takes the path
 * @param symmetrical whether the answer takes the path backwards
 * @param correlation how a packet remembers its path (mpls, nsh), if said
 */
public record ForwardingPath(
        String id,
        String name,
        List<PathHop> hops,
        List<TrafficClassifier> classifiers,
        boolean symmetrical,
        Optional<String> correlation) {
    /** Copies the lists; a blank name becomes the id. */
    public ForwardingPath {
        name = name.isBlank() ? id : name;
        hops = List.copyOf(hops);
        classifiers = List.copyOf(classifiers);
    }
}
