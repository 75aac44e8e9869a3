/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.DocNode;
import io.telamon.descriptors.internal.tree.ListNode;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.ScalarNode;
import io.telamon.model.descriptor.LifecycleEvent;
import io.telamon.model.descriptor.LifecycleScript;
import io.telamon.model.descriptor.MonitoringParameter;
import io.telamon.model.descriptor.VnfBehaviour;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads scripts of the VNF's life-cycle interface and what is to be measured. */
final class Sol001Behaviour {
    private final List<Topology> topologies;
    private final Draft draft;

    Sol001Behaviour(List<Topology> topologies, Draft draft) {
        this.topologies = topologies;
        this.draft = draft;
    }

    VnfBehaviour read() {
        var scripts = new ArrayList<LifecycleScript>();
        var monitoring = new ArrayList<MonitoringParameter>();
        var parameters = new LinkedHashMap<String, String>();
        for (Topology topology : topologies) {
            for (Template vnf : topology.of("VNF")) {
                scripts(vnf, scripts);
                vnf.properties()
                        .flatMap(p -> p.map("configurable_properties"))
                        .map(Values::flat)
                        .ifPresent(parameters::putAll);
                monitoring(vnf, Optional.empty(), monitoring);
            }
            for (Template vdu : topology.of("Vdu.Compute")) {
                monitoring(vdu, Optional.of(vdu.name()), monitoring);
            }
        }
        return new VnfBehaviour(
                Optional.empty(),
                scripts,
                List.of(),
                parameters,
                List.of(),
                Map.of(),
                monitoring,
                List.of());
    }

    private void scripts(Template vnf, List<LifecycleScript> into) {
        var operations =
                vnf.node()
                        .map("interfaces")
                        .flatMap(i -> i.map("Vnflcm"))
                        .map(v -> v.map("operations").orElse(v));
        if (operations.isEmpty()) {
            return;
        }
        operations.get().read();
        operations.get().entries().forEach((name, node) -> operation(name, node, into));
    }

    private void operation(String name, DocNode node, List<LifecycleScript> into) {
        node.readAll();
        var path =
                node instanceof MapNode map
                        ? map.get("implementation")
                        : Optional.of(node).filter(ScalarNode.class::isInstance);
        var script = path.flatMap(Sol001Behaviour::script);
        var event = event(name);
        if (script.isPresent() && event.isPresent()) {
            String file = Paths.resolve(node.place().file(), script.get());
            draft.file(node, file, "");
            into.add(new LifecycleScript(event.get(), List.of(file)));
        }
    }

    private static Optional<String> script(DocNode implementation) {
        if (implementation instanceof MapNode map) {
            return map.text("primary");
        }
        return implementation instanceof ScalarNode scalar ? scalar.text() : Optional.empty();
    }

    private static Optional<LifecycleEvent> event(String operation) {
        return switch (operation) {
            case "instantiate", "instantiate_end" -> Optional.of(LifecycleEvent.INSTANTIATE);
            case "terminate", "terminate_start" -> Optional.of(LifecycleEvent.TERMINATE);
            case "scale", "scale_end", "scale_to_level" -> Optional.of(LifecycleEvent.SCALE);
            case "heal", "heal_end" -> Optional.of(LifecycleEvent.HEAL);
            case "modify_information" -> Optional.of(LifecycleEvent.CONFIGURE);
            default -> Optional.empty();
        };
    }

    /** Parameters are a map by id (from 3.3.1 on) or a list. */
    private void monitoring(Template owner, Optional<String> vdu, List<MonitoringParameter> into) {
        var found = owner.properties().flatMap(p -> p.get("monitoring_parameters"));
        if (found.isEmpty()) {
            return;
        }
        found.get().read();
        if (found.get() instanceof MapNode map) {
            map.mapEntries().forEach((id, node) -> into.add(one(id, node, vdu)));
        } else if (found.get() instanceof ListNode list) {
            for (DocNode item : list.items()) {
                item.asMap("monitoring_parameters")
                        .ifPresent(node -> into.add(one(node.textOr("name", ""), node, vdu)));
            }
        }
    }

    private static MonitoringParameter one(String id, MapNode node, Optional<String> vdu) {
        node.known("collection_period");
        String metric = node.textOr("performance_metric", "");
        return new MonitoringParameter(id, node.textOr("name", ""), metric, vdu, Optional.empty());
    }
}
