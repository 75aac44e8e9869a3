/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.sol006;

import io.telamon.descriptors.internal.osm.OsmConfiguration;
import io.telamon.descriptors.internal.osm.OsmScaling;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.DayConfiguration;
import io.telamon.model.descriptor.HealingPolicy;
import io.telamon.model.descriptor.MonitoringParameter;
import io.telamon.model.descriptor.VnfBehaviour;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a SOL006 VNF does and what is watched about it. */
final class Sol006Behaviour {
    private final MapNode vnfd;
    private final Draft draft;

    Sol006Behaviour(MapNode vnfd, Draft draft) {
        this.vnfd = vnfd;
        this.draft = draft;
    }

    VnfBehaviour read(String vnfdId, List<MapNode> flavours) {
        var configurations = new ArrayList<DayConfiguration>();
        var monitoring = new ArrayList<MonitoringParameter>();
        var healing = new ArrayList<HealingPolicy>();
        for (MapNode vdu : vnfd.maps("vdu")) {
            monitoring(vdu, Optional.of(vdu.textOr("id", "")), monitoring);
        }
        monitoring(vnfd, Optional.empty(), monitoring);
        for (MapNode flavour : flavours) {
            monitoring(flavour, Optional.empty(), monitoring);
            flavour.map("lcm-operations-configuration")
                    .flatMap(l -> l.map("operate-vnf-op-config"))
                    .map(o -> o.maps("day1-2"))
                    .orElse(List.of())
                    .forEach(d -> configurations.add(configuration(d, vnfdId)));
            flavour.maps("healing-aspect").forEach(a -> healing(a, healing));
        }
        return new VnfBehaviour(
                Optional.empty(),
                List.of(),
                configurations,
                Map.of(),
                List.of(),
                Map.of(),
                monitoring,
                healing);
    }

    private DayConfiguration configuration(MapNode day, String vnfdId) {
        return OsmConfiguration.read(day.text("id").orElse(vnfdId), day, draft);
    }

    private void monitoring(MapNode owner, Optional<String> vduId, List<MonitoringParameter> into) {
        for (MapNode parameter : owner.maps("monitoring-parameter")) {
            String id = parameter.required("id");
            draft.anchor("monitoring|" + id, parameter);
            parameter.known("collection-period");
            into.add(
                    new MonitoringParameter(
                            id,
                            parameter.textOr("name", ""),
                            parameter.textOr("performance-metric", ""),
                            vduId,
                            Optional.empty()));
        }
    }

    private static void healing(MapNode aspect, List<HealingPolicy> into) {
        String id = aspect.required("id");
        for (MapNode policy : aspect.maps("healing-policy")) {
            boolean automatic = "automatic".equalsIgnoreCase(policy.textOr("recovery-type", ""));
            into.add(
                    new HealingPolicy(
                            policy.text("event-name").orElse(id),
                            policy.text("vdu-id"),
                            automatic,
                            policy.textOr("action-on-recovery", "REDEPLOY_ONLY"),
                            OsmScaling.seconds(policy, "cooldown-time"),
                            policy.flag("day1").orElse(false)));
        }
    }
}
