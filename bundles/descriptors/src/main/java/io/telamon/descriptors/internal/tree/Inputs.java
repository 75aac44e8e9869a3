/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Puts the defaults of a TOSCA template's inputs where {@code get_input} asks for them. An input
 * without default is left out: its value comes with the instantiation.
 */
public final class Inputs {
    private final Map<String, DocNode> defaults = new HashMap<>();

    private Inputs(MapNode template) {
        var inputs = template.map("topology_template").flatMap(t -> t.map("inputs"));
        inputs.or(() -> template.map("inputs")).ifPresent(this::declare);
    }

    /** Resolves all inputs of a template in place. */
    public static void resolve(MapNode template) {
        new Inputs(template).walk(template);
    }

    private void declare(MapNode inputs) {
        for (var input : inputs.mapEntries().entrySet()) {
            input.getValue().known("type", "description", "required", "constraints");
            input.getValue()
                    .get("default")
                    .ifPresent(
                            node -> {
                                node.readAll();
                                defaults.put(input.getKey(), node);
                            });
        }
    }

    private void walk(DocNode node) {
        if (node instanceof ListNode list) {
            list.items().forEach(this::walk);
        } else if (node instanceof MapNode map) {
            map.replaceEntries(this::resolved);
            map.entries().values().forEach(this::walk);
        }
    }

    private DocNode resolved(DocNode value) {
        if (!(value instanceof MapNode call) || !call.keys().equals(Set.of("get_input"))) {
            return value;
        }
        String name = call.textOr("get_input", "");
        DocNode found = defaults.get(name);
        if (found instanceof ScalarNode scalar) {
            return new ScalarNode(value.origin(), scalar.raw(), scalar.plain());
        }
        if (found != null) {
            return found;
        }
        value.warning(
                "INPUT_OPEN",
                "Input %s has no default".formatted(Scalars.shown(name)),
                "The value is left out here; give it when instantiating");
        return new ScalarNode(value.origin(), "", true);
    }
}
