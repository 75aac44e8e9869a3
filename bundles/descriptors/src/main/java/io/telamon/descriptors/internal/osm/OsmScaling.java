/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.Comparison;
import io.telamon.model.descriptor.InstanceRange;
import io.telamon.model.descriptor.ScalingAction;
import io.telamon.model.descriptor.ScalingAspect;
import io.telamon.model.descriptor.ScalingCriterion;
import io.telamon.model.descriptor.ScalingDelta;
import io.telamon.model.descriptor.ScalingPolicy;
import io.telamon.model.descriptor.ScalingTrigger;
import io.telamon.model.descriptor.Threshold;
import io.telamon.model.descriptor.Vdu;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads scaling groups of the old form, and the policies that both of OSM's forms share. */
public final class OsmScaling {
    private final Draft draft;

    /** Creates a reader for one descriptor. */
    public OsmScaling(Draft draft) {
        this.draft = draft;
    }

    List<ScalingAspect> groups(MapNode vnfd) {
        var result = new ArrayList<ScalingAspect>();
        for (MapNode group : vnfd.maps("scaling-group-descriptor")) {
            String name = group.required("name");
            draft.anchor("aspect|" + name, group);
            var instances = new LinkedHashMap<String, Integer>();
            for (MapNode vdu : group.maps("vdu")) {
                instances.put(vdu.required("vdu-id-ref"), vdu.count("count").orElse(1));
            }
            int least = group.count("min-instance-count").orElse(0);
            int most = group.count("max-instance-count").orElse(0);
            if (least > most) {
                Values.range(group, least, least, most);
            }
            result.add(
                    new ScalingAspect(
                            name,
                            name,
                            most,
                            List.of(new ScalingDelta(name + "-delta", instances)),
                            policies(group),
                            actions(group)));
        }
        return result;
    }

    /** Lets the range of each VDU reach as far as the aspects can take it. */
    static List<Vdu> widened(List<Vdu> vdus, List<ScalingAspect> aspects) {
        return vdus.stream().map(v -> widened(v, aspects)).toList();
    }

    private static Vdu widened(Vdu vdu, List<ScalingAspect> aspects) {
        long most = vdu.count().max();
        for (ScalingAspect aspect : aspects) {
            int step = aspect.deltas().get(0).instances().getOrDefault(vdu.id(), 0);
            most += (long) aspect.maxLevel() * step;
        }
        int max = (int) Math.min(most, Integer.MAX_VALUE);
        return vdu.with(new InstanceRange(vdu.count().min(), vdu.count().initial(), max));
    }

    /** Reads all {@code scaling-policy} of an aspect. */
    public List<ScalingPolicy> policies(MapNode aspect) {
        var result = new ArrayList<ScalingPolicy>();
        for (MapNode policy : aspect.maps("scaling-policy")) {
            boolean automatic = "automatic".equalsIgnoreCase(policy.textOr("scaling-type", ""));
            result.add(
                    new ScalingPolicy(
                            policy.required("name"),
                            automatic,
                            policy.flag("enabled").orElse(true),
                            seconds(policy, "threshold-time"),
                            seconds(policy, "cooldown-time"),
                            criteria(policy),
                            !"OR".equalsIgnoreCase(policy.textOr("scale-out-operation-type", "")),
                            !"OR".equalsIgnoreCase(policy.textOr("scale-in-operation-type", ""))));
        }
        return result;
    }

    private List<ScalingCriterion> criteria(MapNode policy) {
        var result = new ArrayList<ScalingCriterion>();
        for (MapNode criterion : policy.maps("scaling-criteria")) {
            String measured = criterion.required("vnf-monitoring-param-ref");
            draft.anchor("criterion|" + measured, criterion);
            result.add(
                    new ScalingCriterion(
                            criterion.required("name"),
                            measured,
                            threshold(criterion, "scale-out", Comparison.GT),
                            threshold(criterion, "scale-in", Comparison.LT)));
        }
        return result;
    }

    private static Optional<Threshold> threshold(
            MapNode criterion, String direction, Comparison otherwise) {
        var comparison = criterion.choice(direction + "-relational-operation", Words::comparison);
        return criterion
                .decimal(direction + "-threshold")
                .map(value -> new Threshold(comparison.orElse(otherwise), value));
    }

    /** Reads all {@code scaling-config-action} of an aspect. */
    public List<ScalingAction> actions(MapNode aspect) {
        var result = new ArrayList<ScalingAction>();
        for (MapNode action : aspect.maps("scaling-config-action")) {
            String primitive = action.required("vnf-config-primitive-name-ref");
            draft.anchor("action|" + primitive, action);
            action.choice("trigger", OsmScaling::trigger)
                    .ifPresent(when -> result.add(new ScalingAction(when, primitive)));
        }
        return result;
    }

    private static Optional<ScalingTrigger> trigger(String text) {
        String wanted = Words.upper(text);
        return Stream.of(ScalingTrigger.values()).filter(t -> t.name().equals(wanted)).findFirst();
    }

    /** Reads a number of seconds. */
    public static Duration seconds(MapNode node, String key) {
        return Duration.ofSeconds(node.count(key).orElse(0));
    }
}
