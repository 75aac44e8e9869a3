/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.sol006;

import io.telamon.descriptors.internal.osm.OsmScaling;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.DeploymentFlavour;
import io.telamon.model.descriptor.InstanceRange;
import io.telamon.model.descriptor.InstantiationLevel;
import io.telamon.model.descriptor.ScalingAspect;
import io.telamon.model.descriptor.ScalingDelta;
import io.telamon.model.descriptor.Vdu;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads deployment flavours: ranges, levels and aspects. */
final class Sol006Flavours {
    private final Draft draft;
    private final List<String> vduIds;

    Sol006Flavours(Draft draft, List<Vdu> vdus) {
        this.draft = draft;
        this.vduIds = vdus.stream().map(Vdu::id).toList();
    }

    List<DeploymentFlavour> read(List<MapNode> flavours) {
        return flavours.stream().map(this::flavour).toList();
    }

    private DeploymentFlavour flavour(MapNode df) {
        String id = df.required("id");
        draft.anchor("flavour|" + id, df);
        df.known("description");
        var levels = levels(df);
        var defaultLevel =
                df.text("default-instantiation-level")
                        .or(() -> levels.stream().findFirst().map(InstantiationLevel::id));
        var start =
                levels.stream()
                        .filter(l -> defaultLevel.equals(Optional.of(l.id())))
                        .findFirst()
                        .map(InstantiationLevel::vduCounts)
                        .orElse(Map.of());
        if (df.has("default-instantiation-level") && start.isEmpty()) {
            var text = "There is no instantiation-level %s".formatted(defaultLevel.orElse(""));
            df.get("default-instantiation-level")
                    .ifPresent(n -> n.error("REFERENCE_DANGLING", text, ""));
        }
        var aspects = aspects(df);
        return new DeploymentFlavour(id, ranges(df, start, aspects), levels, defaultLevel, aspects);
    }

    private Map<String, InstanceRange> ranges(
            MapNode df, Map<String, Integer> start, List<ScalingAspect> aspects) {
        var result = new LinkedHashMap<String, InstanceRange>();
        for (MapNode profile : df.maps("vdu-profile")) {
            String vdu = profile.required("id");
            reference(profile, vdu);
            int min = profile.count("min-number-of-instances").orElse(1);
            int initial = start.getOrDefault(vdu, min);
            int max = profile.count("max-number-of-instances").orElse(reach(vdu, initial, aspects));
            result.put(vdu, Values.range(profile, min, initial, max));
        }
        return result;
    }

    private static int reach(String vdu, int initial, List<ScalingAspect> aspects) {
        long most = initial;
        for (ScalingAspect aspect : aspects) {
            int first =
                    aspect.deltas().stream()
                            .mapToInt(d -> d.instances().getOrDefault(vdu, 0))
                            .max()
                            .orElse(0);
            most += (long) first * aspect.maxLevel();
        }
        return (int) Math.min(Integer.MAX_VALUE, most);
    }

    private List<InstantiationLevel> levels(MapNode df) {
        var result = new ArrayList<InstantiationLevel>();
        for (MapNode level : df.maps("instantiation-level")) {
            var counts = new LinkedHashMap<String, Integer>();
            for (MapNode vdu : level.maps("vdu-level")) {
                String id = vdu.required("vdu-id");
                reference(vdu, id);
                counts.put(id, vdu.count("number-of-instances").orElse(1));
            }
            var scale = new LinkedHashMap<String, Integer>();
            for (MapNode info : level.maps("scaling-info")) {
                var aspect = info.text("scaling-aspect-id").orElseGet(() -> info.required("id"));
                scale.put(aspect, info.count("scale-level").orElse(0));
            }
            level.known("description");
            result.add(new InstantiationLevel(level.required("id"), counts, scale));
        }
        return result;
    }

    private List<ScalingAspect> aspects(MapNode df) {
        var policies = new OsmScaling(draft);
        var result = new ArrayList<ScalingAspect>();
        for (MapNode aspect : df.maps("scaling-aspect")) {
            String id = aspect.required("id");
            draft.anchor("aspect|" + id, aspect);
            aspect.known("description");
            result.add(
                    new ScalingAspect(
                            id,
                            aspect.textOr("name", ""),
                            aspect.count("max-scale-level").orElse(0),
                            deltas(aspect),
                            policies.policies(aspect),
                            policies.actions(aspect)));
        }
        return result;
    }

    private List<ScalingDelta> deltas(MapNode aspect) {
        var details = aspect.map("aspect-delta-details");
        var result = new ArrayList<ScalingDelta>();
        for (MapNode delta : details.map(d -> d.maps("deltas")).orElse(List.of())) {
            var instances = new LinkedHashMap<String, Integer>();
            for (MapNode vdu : delta.maps("vdu-delta")) {
                String id = vdu.required("id");
                reference(vdu, id);
                instances.put(id, vdu.count("number-of-instances").orElse(1));
            }
            result.add(new ScalingDelta(delta.required("id"), instances));
        }
        return steps(result, details.map(d -> d.texts("step-deltas")).orElse(List.of()));
    }

    /** With {@code step-deltas} each step names its delta; without, the list is the order. */
    private static List<ScalingDelta> steps(List<ScalingDelta> deltas, List<String> order) {
        if (order.isEmpty()) {
            return deltas;
        }
        return order.stream()
                .flatMap(id -> deltas.stream().filter(d -> d.id().equals(id)).limit(1))
                .toList();
    }

    private void reference(MapNode at, String vdu) {
        if (!vduIds.contains(vdu)) {
            at.error(
                    "REFERENCE_DANGLING",
                    "There is no vdu with the id %s".formatted(vdu),
                    "Add it or correct the reference");
        }
    }
}
