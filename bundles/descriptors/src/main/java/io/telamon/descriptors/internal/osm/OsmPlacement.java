/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.PlacementGroup;
import io.telamon.model.descriptor.PlacementRule;
import io.telamon.model.descriptor.PlacementScope;
import java.util.ArrayList;
import java.util.List;

/** Reads placement groups of OSM's information model. */
final class OsmPlacement {
    private OsmPlacement() {}

    static List<PlacementGroup> groups(MapNode descriptor, String members, String reference) {
        var result = new ArrayList<PlacementGroup>();
        for (MapNode group : descriptor.maps("placement-groups")) {
            var ids = new ArrayList<String>();
            for (MapNode member : group.maps(members)) {
                ids.add(member.required(reference));
                member.known("vnfd-id-ref");
            }
            group.known("requirement");
            result.add(
                    new PlacementGroup(
                            group.required("name"),
                            group.choice("strategy", Words::rule).orElse(PlacementRule.AFFINITY),
                            PlacementScope.HOST,
                            ids));
        }
        return result;
    }
}
