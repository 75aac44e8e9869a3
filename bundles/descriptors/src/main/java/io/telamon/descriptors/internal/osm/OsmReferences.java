/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.tree.MapNode;
import java.util.Map;

/** Checks references that carry a member index and a VNFD id side by side. */
final class OsmReferences {
    private OsmReferences() {}

    static void member(MapNode reference, String member, Map<String, String> vnfdOfMember) {
        var named = reference.text("vnfd-id-ref");
        if (!vnfdOfMember.containsKey(member)) {
            reference.error(
                    "REFERENCE_DANGLING",
                    "There is no member with the index %s".formatted(member),
                    "Add it to constituent-vnfd or correct member-vnf-index-ref");
        } else if (named.filter(v -> !v.equals(vnfdOfMember.get(member))).isPresent()) {
            reference.error(
                    "REFERENCE_DANGLING",
                    "Member %s is a %s, not a %s"
                            .formatted(member, vnfdOfMember.get(member), named.get()),
                    "Correct vnfd-id-ref");
        }
    }
}
