/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.model.InterconnectId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.plan.SegmentClaim;
import io.telamon.store.api.Interconnects;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Interconnects and taken segments in memory. */
final class MemoryInterconnects implements Interconnects {
    private final Layers layers;

    MemoryInterconnects(Layers layers) {
        this.layers = layers;
    }

    @Override
    public Optional<Interconnect> find(InterconnectId id) {
        return layers.interconnects.get(id);
    }

    @Override
    public List<Interconnect> list(TenantId tenant) {
        return layers
                .interconnects
                .where(row -> tenant == null || row.tenant().equals(tenant))
                .stream()
                .sorted(Comparator.comparing(Interconnect::name))
                .toList();
    }

    @Override
    public Interconnect add(Interconnect interconnect) {
        Optional<Interconnect> sameName =
                list(interconnect.tenant()).stream()
                        .filter(other -> other.name().equals(interconnect.name()))
                        .findFirst();
        Rules.free(sameName, "Interconnect", interconnect.name());
        Interconnect added = interconnect.withVersion(1);
        layers.interconnects.put(added.id(), added);
        return added;
    }

    @Override
    public void remove(InterconnectId id) {
        layers.interconnects.remove(id);
        layers.segments.removeWhere(row -> row.interconnect().equals(id));
    }

    @Override
    public void claim(SegmentClaim claim) {
        Tables.SegmentKey key = key(claim);
        Optional<SegmentClaim> taken = layers.segments.get(key);
        if (taken.isPresent() && !taken.get().equals(claim)) {
            throw Rules.stale("Segment", claim.segment());
        }
        layers.segments.put(key, claim);
    }

    @Override
    public void release(SegmentClaim claim) {
        layers.segments.removeWhere(
                row -> key(row).equals(key(claim)) && row.instance().equals(claim.instance()));
    }

    @Override
    public List<SegmentClaim> claims(InterconnectId id) {
        return sorted(row -> row.interconnect().equals(id));
    }

    @Override
    public List<SegmentClaim> claimsOf(NsInstanceId instance) {
        return sorted(row -> row.instance().equals(instance));
    }

    private List<SegmentClaim> sorted(Predicate<SegmentClaim> matches) {
        return layers.segments.where(matches).stream()
                .sorted(
                        Comparator.comparing((SegmentClaim row) -> row.interconnect().value())
                                .thenComparing(SegmentClaim::segment))
                .toList();
    }

    private static Tables.SegmentKey key(SegmentClaim claim) {
        return new Tables.SegmentKey(claim.interconnect(), claim.segment());
    }
}
