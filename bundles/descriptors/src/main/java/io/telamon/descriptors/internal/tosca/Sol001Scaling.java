/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.DocNode;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.DeploymentFlavour;
import io.telamon.model.descriptor.InstanceRange;
import io.telamon.model.descriptor.InstantiationLevel;
import io.telamon.model.descriptor.ScalingAspect;
import io.telamon.model.descriptor.ScalingDelta;
import io.telamon.model.descriptor.Vdu;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads levels, initial deltas and scaling aspects of one flavour. */
final class Sol001Scaling {
    private final Topology topology;
    private final List<Vdu> vdus;
    private final Draft draft;
    private final Map<String, Integer> initial = new HashMap<>();

    Sol001Scaling(Topology topology, List<Vdu> vdus, Draft draft) {
        this.topology = topology;
        this.vdus = vdus;
        this.draft = draft;
        for (var policy : topology.policies().of("VduInitialDelta")) {
            policy.properties()
                    .flatMap(p -> p.map("initial_delta"))
                    .flatMap(d -> d.count("number_of_instances"))
                    .ifPresent(n -> policy.targets().forEach(t -> initial.put(t, n)));
        }
    }

    /** Returns the VDU with the number it starts with. */
    Vdu counted(Vdu vdu) {
        return vdu.with(range(vdu));
    }

    private InstanceRange range(Vdu vdu) {
        var range = vdu.count();
        int first = initial.getOrDefault(vdu.id(), range.initial());
        boolean fits = first >= range.min() && first <= range.max();
        DocNode at =
                topology.template(vdu.id()).map(t -> (DocNode) t.node()).orElse(topology.node());
        return fits
                ? new InstanceRange(range.min(), first, range.max())
                : Values.range(at, range.min(), first, range.max());
    }

    DeploymentFlavour flavour(String id) {
        draft.anchor("flavour|" + id, topology.node());
        var ranges = new LinkedHashMap<String, InstanceRange>();
        vdus.forEach(v -> ranges.put(v.id(), range(v)));
        var names = new LinkedHashMap<String, Map<String, Integer>>();
        Optional<String> defaultLevel = Optional.empty();
        for (var policy : topology.policies().of("InstantiationLevels")) {
            var properties = policy.properties();
            defaultLevel = defaultLevel.or(() -> properties.flatMap(p -> p.text("default_level")));
            properties
                    .flatMap(p -> p.map("levels"))
                    .map(MapNode::mapEntries)
                    .orElse(Map.of())
                    .forEach((level, node) -> names.put(level, scaleInfo(node)));
        }
        var counts = counts();
        var levels = new ArrayList<InstantiationLevel>();
        names.forEach(
                (level, scale) ->
                        levels.add(
                                new InstantiationLevel(
                                        level, counts.getOrDefault(level, Map.of()), scale)));
        if (defaultLevel.isEmpty() && levels.size() == 1) {
            defaultLevel = Optional.of(levels.get(0).id());
        }
        return new DeploymentFlavour(id, ranges, levels, defaultLevel, aspects());
    }

    private static Map<String, Integer> scaleInfo(MapNode level) {
        level.known("description");
        var result = new LinkedHashMap<String, Integer>();
        level.map("scale_info")
                .map(MapNode::mapEntries)
                .orElse(Map.of())
                .forEach((aspect, node) -> result.put(aspect, node.count("scale_level").orElse(0)));
        return result;
    }

    private Map<String, Map<String, Integer>> counts() {
        var result = new HashMap<String, Map<String, Integer>>();
        for (var policy : topology.policies().of("VduInstantiationLevels")) {
            policy.properties()
                    .flatMap(p -> p.map("levels"))
                    .map(MapNode::mapEntries)
                    .orElse(Map.of())
                    .forEach(
                            (level, node) -> {
                                int n = node.count("number_of_instances").orElse(1);
                                var map = result.computeIfAbsent(level, l -> new LinkedHashMap<>());
                                policy.targets().forEach(t -> map.put(t, n));
                            });
        }
        return result;
    }

    private List<ScalingAspect> aspects() {
        var deltas = deltas();
        var result = new ArrayList<ScalingAspect>();
        for (var policy : topology.policies().of("ScalingAspects")) {
            var aspects = policy.properties().flatMap(p -> p.map("aspects"));
            aspects.map(MapNode::mapEntries)
                    .orElse(Map.of())
                    .forEach((id, node) -> result.add(aspect(id, node, deltas)));
        }
        return result;
    }

    private ScalingAspect aspect(
            String id, MapNode node, Map<String, Map<String, Map<String, Integer>>> deltas) {
        draft.anchor("aspect|" + id, node);
        node.known("description");
        var own = deltas.getOrDefault(id, Map.of());
        var order = node.texts("step_deltas");
        var names = order.isEmpty() ? List.copyOf(own.keySet()) : order;
        var steps =
                names.stream()
                        .map(n -> new ScalingDelta(n, own.getOrDefault(n, Map.of())))
                        .toList();
        int levels = node.count("max_scale_level").orElse(0);
        return new ScalingAspect(id, node.textOr("name", ""), levels, steps, List.of(), List.of());
    }

    /** Deltas by aspect, then by delta, then by VDU. */
    private Map<String, Map<String, Map<String, Integer>>> deltas() {
        var result = new HashMap<String, Map<String, Map<String, Integer>>>();
        for (var policy : topology.policies().of("VduScalingAspectDeltas")) {
            var properties = policy.properties();
            String aspect = properties.map(p -> p.required("aspect")).orElse("");
            var own = result.computeIfAbsent(aspect, a -> new LinkedHashMap<>());
            properties
                    .flatMap(p -> p.map("deltas"))
                    .map(MapNode::mapEntries)
                    .orElse(Map.of())
                    .forEach(
                            (name, node) -> {
                                int n = node.count("number_of_instances").orElse(1);
                                var map = own.computeIfAbsent(name, d -> new LinkedHashMap<>());
                                policy.targets().forEach(t -> map.put(t, n));
                            });
        }
        return result;
    }
}
