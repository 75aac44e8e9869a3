/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.plan.Claim;
import io.telamon.store.api.Claims;
import java.util.List;

/** Claims on shared things in memory. */
final class MemoryClaims implements Claims {
    private final Layers layers;

    MemoryClaims(Layers layers) {
        this.layers = layers;
    }

    @Override
    public void add(Claim claim) {
        layers.claims.put(claim, claim);
    }

    @Override
    public void remove(Claim claim) {
        layers.claims.remove(claim);
    }

    @Override
    public List<Claim> ofInstance(NsInstanceId instance) {
        return layers.claims.where(row -> row.instance().equals(instance));
    }

    @Override
    public long count(LaneId lane, String sharedKey) {
        return layers.claims
                .where(row -> row.lane().equals(lane) && row.sharedKey().equals(sharedKey))
                .size();
    }
}
