/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.InstanceRange;
import io.telamon.model.descriptor.PlacementGroup;
import io.telamon.model.descriptor.PlacementRule;
import io.telamon.model.descriptor.PlacementScope;
import io.telamon.model.descriptor.ScalingAspect;
import io.telamon.model.descriptor.ScalingDelta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads scaling and placement policies of Tacker. */
final class TackerPolicies {
    private final List<Policies.Policy> scaling;
    private final List<Policies.Policy> placement;
    private final Draft draft;

    TackerPolicies(MapNode document, Draft draft) {
        var policies = new Policies(document.map("topology_template"));
        this.scaling = policies.of("tacker.Scaling");
        this.placement = policies.of("tacker.Placement");
        this.draft = draft;
    }

    InstanceRange range(String vdu) {
        for (var policy : scaling) {
            var properties = policy.properties();
            if (policy.targets().contains(vdu) && properties.isPresent()) {
                MapNode p = properties.get();
                int min = p.count("min_instances").orElse(1);
                int first = p.count("default_instances").orElse(min);
                return Values.range(p, min, first, p.count("max_instances").orElse(first));
            }
        }
        return InstanceRange.one();
    }

    List<ScalingAspect> aspects() {
        var result = new ArrayList<ScalingAspect>();
        for (var policy : scaling) {
            draft.anchor("aspect|" + policy.name(), policy.node());
            var properties = policy.properties();
            int step = properties.flatMap(p -> p.count("increment")).orElse(1);
            properties.ifPresent(p -> p.known("cooldown"));
            var instances = new LinkedHashMap<String, Integer>();
            int levels = 0;
            for (String target : policy.targets()) {
                instances.put(target, step);
                var range = range(target);
                levels = Math.max(levels, (range.max() - range.initial()) / Math.max(1, step));
            }
            var delta = new ScalingDelta(policy.name() + "-delta", instances);
            result.add(
                    new ScalingAspect(
                            policy.name(), "", levels, List.of(delta), List.of(), List.of()));
        }
        return result;
    }

    List<PlacementGroup> placement() {
        var result = new ArrayList<PlacementGroup>();
        for (var policy : placement) {
            var rule = policy.properties().flatMap(p -> p.choice("policy", Words::rule));
            policy.properties().ifPresent(p -> p.known("strict", "region"));
            result.add(
                    new PlacementGroup(
                            policy.name(),
                            rule.orElse(PlacementRule.AFFINITY),
                            PlacementScope.HOST,
                            policy.targets()));
        }
        return result;
    }
}
