/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.tree.MapNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A topology template: nodes by name, the mapping to the outside, groups and policies. */
final class Topology {
    private final MapNode node;
    private final Map<String, Template> templates = new LinkedHashMap<>();
    private final Policies policies;

    Topology(MapNode node, Definitions definitions) {
        this.node = node;
        node.known("description");
        node.map("node_templates")
                .map(MapNode::mapEntries)
                .orElse(Map.of())
                .forEach((name, template) -> add(name, template, definitions));
        this.policies = new Policies(Optional.of(node));
    }

    private void add(String name, MapNode template, Definitions definitions) {
        String type = template.required("type");
        template.known("description");
        templates.put(name, new Template(name, type, definitions.base(type), template));
    }

    MapNode node() {
        return node;
    }

    Policies policies() {
        return policies;
    }

    Optional<Template> template(String name) {
        return Optional.ofNullable(templates.get(name));
    }

    /** Returns the templates of one of the standard's types. */
    List<Template> of(String... bases) {
        var wanted = Set.of(bases);
        return templates.values().stream().filter(t -> wanted.contains(t.base())).toList();
    }

    List<Template> all() {
        return List.copyOf(templates.values());
    }

    Optional<MapNode> substitution() {
        return node.map("substitution_mappings");
    }

    Optional<String> substitutedType() {
        return substitution().flatMap(s -> s.text("node_type"));
    }

    Map<String, MapNode> groups() {
        return node.map("groups").map(MapNode::mapEntries).orElse(Map.of());
    }

    /** Requirements of the outside: name to node template, from {@code [node, requirement]}. */
    Map<String, String> exposed() {
        var result = new LinkedHashMap<String, String>();
        for (MapNode item : substitution().map(s -> s.maps("requirements")).orElse(List.of())) {
            for (String name : item.keys()) {
                var path = item.texts(name);
                if (!path.isEmpty()) {
                    result.put(name, path.get(0));
                }
            }
        }
        return result;
    }
}
