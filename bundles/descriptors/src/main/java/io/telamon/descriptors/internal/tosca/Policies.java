/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.tree.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Goes through the policies of a topology: a list of maps from a name to a policy. */
final class Policies {
    private final List<Policy> all = new ArrayList<>();

    /**
     * One policy.
     *
     * @param name name
     * @param type type without {@code tosca.policies.}
     * @param node the policy
     * @param targets node templates or groups it is about
     */
    record Policy(String name, String type, MapNode node, List<String> targets) {
        Optional<MapNode> properties() {
            return node.map("properties");
        }
    }

    Policies(Optional<MapNode> topology) {
        for (MapNode item : topology.map(t -> t.maps("policies")).orElse(List.of())) {
            item.mapEntries().forEach(this::add);
        }
    }

    private void add(String name, MapNode node) {
        String type = node.required("type").replaceFirst("^tosca\\.policies\\.(nfv\\.)?", "");
        all.add(new Policy(name, type, node, node.texts("targets")));
    }

    List<Policy> of(String... types) {
        var wanted = Set.of(types);
        return all.stream().filter(p -> wanted.contains(p.type())).toList();
    }
}
