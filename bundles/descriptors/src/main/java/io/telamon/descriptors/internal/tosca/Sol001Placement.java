/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.read.Words;
import io.telamon.model.descriptor.PlacementGroup;
import io.telamon.model.descriptor.PlacementRule;
import io.telamon.model.descriptor.PlacementScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads affinity rules; their targets are nodes or placement groups of nodes. */
final class Sol001Placement {
    private Sol001Placement() {}

    static List<PlacementGroup> groups(Topology topology) {
        var result = new ArrayList<PlacementGroup>();
        add(topology, PlacementRule.AFFINITY, result, "AffinityRule", "NsAffinityRule");
        add(
                topology,
                PlacementRule.ANTI_AFFINITY,
                result,
                "AntiAffinityRule",
                "NsAntiAffinityRule");
        return result;
    }

    private static void add(
            Topology topology, PlacementRule rule, List<PlacementGroup> into, String... types) {
        for (var policy : topology.policies().of(types)) {
            var members = new ArrayList<String>();
            for (String target : policy.targets()) {
                var group = Optional.ofNullable(topology.groups().get(target));
                group.ifPresent(g -> g.known("type", "description", "properties"));
                if (group.isPresent()) {
                    members.addAll(group.get().texts("members"));
                } else {
                    members.add(target);
                }
            }
            var scope = policy.properties().flatMap(p -> p.choice("scope", Words::scope));
            result(policy.name(), rule, scope, members, into);
        }
    }

    private static void result(
            String name,
            PlacementRule rule,
            Optional<PlacementScope> scope,
            List<String> members,
            List<PlacementGroup> into) {
        into.add(new PlacementGroup(name, rule, scope.orElse(PlacementScope.HOST), members));
    }
}
