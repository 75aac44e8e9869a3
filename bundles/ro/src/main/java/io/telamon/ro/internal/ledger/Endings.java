/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.model.LaneId;
import io.telamon.model.event.Event;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.Topology;
import io.telamon.model.instance.Usage;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationKind;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.SegmentClaim;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ServerSpec;
import io.telamon.store.api.UnitOfWork;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an operation's change of state means for its instance: its state, who holds it, its
 * topology, and what of the quota it keeps. Runs inside the ledger's transaction.
 */
final class Endings {
    private Endings() {}

    /** Changes the instance; the event that tells so, empty when the instance is gone. */
    static Optional<Event> apply(UnitOfWork work, Operation operation, Instant now) {
        return work.instances()
                .find(operation.instance())
                .map(instance -> Events.of(change(work, instance, operation, now), now));
    }

    private static NsInstance change(
            UnitOfWork work, NsInstance instance, Operation operation, Instant now) {
        boolean ended = operation.state().isFinal();
        NsInstance changed =
                instance.with(
                        NsState.after(operation.kind(), operation.state()),
                        ended ? null : operation.id(),
                        now);
        if (ended) {
            changed = changed.with(topology(instance, operation));
            List<Resource> kept = work.resources().ofInstance(instance.id());
            releaseQuota(work, changed, kept);
            releaseSegments(work, changed, kept);
        }
        return work.instances().save(changed);
    }

    private static Topology topology(NsInstance instance, Operation operation) {
        boolean undone = operation.state() == OperationState.ROLLED_BACK;
        if (undone && operation.before() != null) {
            return withNested(operation.before(), instance);
        }
        boolean down =
                operation.kind() == OperationKind.TERMINATE
                        && operation.state() == OperationState.COMPLETED;
        return down ? withNested(Topology.empty(), instance) : instance.topology();
    }

    /** Records of nested services stay as long as that of the outer one, for its next life. */
    private static Topology withNested(Topology next, NsInstance instance) {
        return new Topology(
                next.vnfs(), next.parameters(), next.drift(), instance.topology().nested());
    }

    /** Lowers the reservation of each account to what is recorded there now. */
    private static void releaseQuota(UnitOfWork work, NsInstance instance, List<Resource> kept) {
        Set<LaneId> lanes = new LinkedHashSet<>(work.accounts().reservedOn(instance.id()));
        for (LaneId lane : lanes) {
            work.accounts()
                    .reserve(instance.id(), lane, Usage.on(lane, kept, flavors(work, lane, kept)));
        }
    }

    /** Gives back the segments on which no network of their link is recorded any more. */
    private static void releaseSegments(UnitOfWork work, NsInstance instance, List<Resource> kept) {
        for (SegmentClaim claim : work.interconnects().claimsOf(instance.id())) {
            String segment = "vlan:" + claim.segment();
            boolean used =
                    kept.stream()
                            .filter(thing -> thing.key().equals(claim.link()))
                            .anyMatch(
                                    thing ->
                                            thing.spec() instanceof NetworkSpec network
                                                    && network.segmentation().equals(segment));
            if (!used) {
                work.interconnects().release(claim);
            }
        }
    }

    private static Map<String, FlavorSpec> flavors(
            UnitOfWork work, LaneId lane, List<Resource> kept) {
        Map<String, FlavorSpec> shapes = new HashMap<>();
        for (Resource resource : kept) {
            if (resource.owner().lane().equals(lane)
                    && resource.spec() instanceof ServerSpec server
                    && server.flavor().isReference()) {
                work.resources()
                        .shared(lane, server.flavor().resource())
                        .filter(shared -> shared.spec() instanceof FlavorSpec)
                        .ifPresent(
                                shared ->
                                        shapes.put(
                                                server.flavor().resource(),
                                                (FlavorSpec) shared.spec()));
            }
        }
        return shapes;
    }
}
