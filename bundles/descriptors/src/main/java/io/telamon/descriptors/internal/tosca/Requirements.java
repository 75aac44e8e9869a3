/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.tree.DocNode;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads requirements of a node template: a list of maps from a name to a node. */
final class Requirements {
    private final List<Requirement> all = new ArrayList<>();

    /**
     * One requirement.
     *
     * @param name name of the requirement
     * @param target node template it points at
     * @param capability capability of that node, empty when none is named
     * @param at where it stands
     */
    record Requirement(String name, String target, String capability, DocNode at) {}

    private Requirements() {}

    static Requirements of(MapNode template) {
        var result = new Requirements();
        for (MapNode item : template.maps("requirements")) {
            item.entries().forEach((name, value) -> result.add(name, value));
        }
        return result;
    }

    private void add(String name, DocNode value) {
        if (value instanceof MapNode map) {
            map.read();
            map.known("relationship", "node_filter");
            String capability = map.textOr("capability", "");
            map.text("node")
                    .ifPresent(node -> all.add(new Requirement(name, node, capability, value)));
        } else if (value instanceof ScalarNode scalar) {
            scalar.read();
            scalar.text().ifPresent(node -> all.add(new Requirement(name, node, "", value)));
        }
    }

    List<Requirement> all() {
        return List.copyOf(all);
    }

    /** Returns the targets of all requirements of these names. */
    List<String> targets(String... names) {
        var wanted = Set.of(names);
        return all.stream()
                .filter(r -> wanted.contains(r.name()))
                .map(Requirement::target)
                .toList();
    }

    /** Returns the first target of these names. */
    Optional<String> target(String... names) {
        return targets(names).stream().findFirst();
    }
}
