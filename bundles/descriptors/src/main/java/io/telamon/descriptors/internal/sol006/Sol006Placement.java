/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.sol006;

import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.PlacementGroup;
import io.telamon.model.descriptor.PlacementRule;
import io.telamon.model.descriptor.PlacementScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads affinity groups; their members name the groups, not the other way round. */
final class Sol006Placement {
    private static final String GROUP = "affinity-or-anti-affinity-group";

    private Sol006Placement() {}

    static List<PlacementGroup> groups(List<MapNode> flavours, String... profiles) {
        var result = new ArrayList<PlacementGroup>();
        for (MapNode df : flavours) {
            var members = members(df, profiles);
            for (MapNode group : df.maps(GROUP)) {
                String id = group.required("id");
                var rule =
                        group.choice("affinityorAntiaffinity", Words::rule)
                                .or(() -> group.choice("type", Words::rule))
                                .or(() -> group.choice("affinity-type", Words::rule));
                result.add(
                        new PlacementGroup(
                                id,
                                rule.orElse(PlacementRule.AFFINITY),
                                group.choice("scope", Words::scope).orElse(PlacementScope.HOST),
                                members.getOrDefault(id, List.of())));
            }
        }
        return result;
    }

    private static Map<String, List<String>> members(MapNode df, String... profiles) {
        var result = new HashMap<String, List<String>>();
        for (String kind : profiles) {
            for (MapNode profile : df.maps(kind)) {
                String member = profile.textOr("id", "");
                for (String id : profile.texts(GROUP + "-id")) {
                    result.computeIfAbsent(id, i -> new ArrayList<>()).add(member);
                }
                for (MapNode reference : profile.maps(GROUP)) {
                    String id = reference.required("id");
                    result.computeIfAbsent(id, i -> new ArrayList<>()).add(member);
                }
            }
        }
        return result;
    }
}
