/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a VNF, NS or PNF says about itself: in its node template, in the substitution mapping, or in
 * the defaults of its type, in this order.
 */
final class Facts {
    private final Definitions definitions;
    private final List<MapNode> sources = new ArrayList<>();
    private final Set<String> types = new LinkedHashSet<>();
    private final MapNode at;

    Facts(Definitions definitions, List<Topology> topologies, String base) {
        this.definitions = definitions;
        this.at = topologies.get(0).node();
        for (Topology topology : topologies) {
            var substituted = topology.substitutedType();
            for (Template template : topology.of(base)) {
                boolean self = substituted.isEmpty() || substituted.get().equals(template.type());
                if (self) {
                    types.add(template.type());
                    template.properties().ifPresent(sources::add);
                }
            }
            substituted.filter(t -> definitions.base(t).equals(base)).ifPresent(types::add);
            topology.substitution().flatMap(s -> s.map("properties")).ifPresent(sources::add);
        }
    }

    Optional<String> text(String key) {
        for (MapNode source : sources) {
            if (source.get(key).filter(ScalarNode.class::isInstance).isPresent()) {
                var found = source.text(key);
                if (found.isPresent()) {
                    sources.forEach(s -> s.known(key));
                    return found;
                }
            }
        }
        return types.stream().flatMap(t -> definitions.constant(t, key).stream()).findFirst();
    }

    String textOr(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    String required(String key) {
        var found = text(key).filter(t -> !t.isBlank());
        if (found.isEmpty()) {
            at.error(
                    "FIELD_MISSING",
                    "Neither the node template nor its type gives %s".formatted(key),
                    "Add the property");
        }
        return found.orElse("");
    }

    /** Notes properties that are known and need nothing more. */
    void known(String... keys) {
        sources.forEach(s -> s.known(keys));
    }

    Set<String> types() {
        return types;
    }
}
