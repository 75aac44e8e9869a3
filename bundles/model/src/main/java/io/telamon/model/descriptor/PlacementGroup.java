/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;

/**
 * Elements that must be placed together or apart (SOL006 {@code affinity-or-anti-affinity-group},
 * SOL001 {@code AffinityRule, AntiAffinityRule, PlacementGroup}, OSM {@code placement-groups}).
 *
 * @param id identifier
 * @param rule together or apart
 * @param scope within what
 * @param members VDU ids in a VNF, member indexes in a service
 */
public record PlacementGroup(
        String id, PlacementRule rule, PlacementScope scope, List<String> members) {
    /** Copies the list. */
    public PlacementGroup {
        members = List.copyOf(members);
    }
}
