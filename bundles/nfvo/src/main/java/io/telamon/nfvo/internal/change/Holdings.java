/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.instance.Quota;
import io.telamon.model.instance.Usage;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.Resource;
import io.telamon.nfvo.internal.plan.Desired;
import io.telamon.nfvo.internal.plan.PlanInput;
import io.telamon.nfvo.internal.plan.SharedState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what recorded or wanted things take of each account's quota. Pure. */
final class Holdings {
    private Holdings() {}

    static Map<LaneId, Quota> desired(List<Desired> things) {
        Map<String, FlavorSpec> flavors = new HashMap<>();
        things.stream()
                .filter(wish -> wish.spec() instanceof FlavorSpec)
                .forEach(wish -> flavors.put(wish.key(), (FlavorSpec) wish.spec()));
        Map<LaneId, Quota> sums = new TreeMap<>();
        things.stream()
                .filter(wish -> wish.adoptHandle().isEmpty())
                .forEach(
                        wish ->
                                sums.merge(
                                        wish.lane(), Usage.of(wish.spec(), flavors), Quota::plus));
        return vims(sums);
    }

    static Map<LaneId, Quota> recorded(
            List<Resource> recorded, Map<PlanInput.SharedKey, SharedState> shared) {
        Map<String, FlavorSpec> flavors = new HashMap<>();
        shared.forEach(
                (key, state) -> {
                    if (state.resource().spec() instanceof FlavorSpec shape) {
                        flavors.put(key.key(), shape);
                    }
                });
        Map<LaneId, Quota> sums = new TreeMap<>();
        recorded.stream()
                .filter(thing -> !thing.adopted())
                .forEach(
                        thing ->
                                sums.merge(
                                        thing.owner().lane(),
                                        Usage.of(thing.spec(), flavors),
                                        Quota::plus));
        return vims(sums);
    }

    private static Map<LaneId, Quota> vims(Map<LaneId, Quota> sums) {
        sums.keySet().removeIf(lane -> lane.kind() != LaneKind.VIM);
        return sums;
    }
}
