/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;

/**
 * Paths that traffic takes through members of a service (SOL006 and OSM {@code vnffgd}, SOL001
 * {@code Forwarding}, Tacker {@code tosca.groups.nfv.VNFFG}).
 *
 * @param id identifier
 * @param name name for people
 * @param paths the paths
 * @param memberIndexes members it names, in order ({@code constituent_vnfs})
 */
public record ForwardingGraph(
        String id, String name, List<ForwardingPath> paths, List<String> memberIndexes) {
    /** Copies the lists; a blank name becomes the id. */
    public ForwardingGraph {
        name = name.isBlank() ? id : name;
        paths = List.copyOf(paths);
        memberIndexes = List.copyOf(memberIndexes);
    }
}
