/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.plan;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TenantId;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.testkit.Samples;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Recorded things of one instance to which plans are applied as the RO would. */
final class PlanWorld {
    static final TenantId TENANT = new TenantId("tenant");
    static final NsInstanceId INSTANCE = new NsInstanceId("instance");
    static final OperationId OPERATION = new OperationId("operation");

    private final Map<ResourceId, Resource> things = new LinkedHashMap<>();
    private final Set<PlanInput.SharedKey> claims = new HashSet<>();
    private final Set<PlanInput.SharedKey> foreign = new HashSet<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final AtomicInteger handles = new AtomicInteger();

    /** What the planner would see. */
    PlanInput input(List<Desired> desired, Set<String> renew, Set<ResourceId> neverSent) {
        Map<PlanInput.SharedKey, SharedState> shared = new HashMap<>();
        shared().forEach(
                        thing -> {
                            PlanInput.SharedKey key = key(thing.owner().lane(), thing.key());
                            long count = (claims.contains(key) ? 1 : 0) + (foreign(key) ? 1 : 0);
                            shared.put(key, new SharedState(thing, count, List.of()));
                        });
        return new PlanInput(
                TENANT,
                INSTANCE,
                OPERATION,
                desired,
                own(),
                neverSent,
                Set.of(),
                renew,
                Map.of(),
                claims,
                shared,
                Samples.NOW);
    }

    /** Plans towards what is desired. */
    Plan plan(List<Desired> desired) {
        return plan(input(desired, Set.of(), Set.of()));
    }

    /** Plans for an input. */
    Plan plan(PlanInput input) {
        return new Planner(() -> "id-" + ids.incrementAndGet()).plan(input);
    }

    /** Does what a plan says. */
    void apply(Plan plan) {
        plan.added().forEach(thing -> things.put(thing.id(), thing));
        plan.changed().forEach(thing -> things.put(thing.id(), thing));
        plan.claim().forEach(claim -> claims.add(key(claim.lane(), claim.sharedKey())));
        plan.unclaim().forEach(claim -> claims.remove(key(claim.lane(), claim.sharedKey())));
        plan.tasks().forEach(this::run);
        things.values().removeIf(thing -> thing.state() == ResourceState.DELETED);
    }

    /** Gives a recorded thing another state. */
    void turn(Resource thing, ResourceState state) {
        things.put(thing.id(), thing.withState(state));
    }

    /** Lets another instance use a shared thing. */
    void claimElsewhere(LaneId lane, String key) {
        foreign.add(key(lane, key));
    }

    /** The instance's own things. */
    List<Resource> own() {
        return things.values().stream()
                .filter(thing -> !thing.owner().instance().equals(Resource.SHARED))
                .toList();
    }

    /** Shared things. */
    List<Resource> shared() {
        return things.values().stream()
                .filter(thing -> thing.owner().instance().equals(Resource.SHARED))
                .toList();
    }

    /** The one thing of this key. */
    Resource thing(String key) {
        List<Resource> found =
                things.values().stream().filter(thing -> thing.key().equals(key)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " things of key " + key + ": " + found);
        }
        return found.get(0);
    }

    /** Any recorded thing. */
    Resource thing(ResourceId id) {
        return things.get(id);
    }

    private void run(Task task) {
        Resource thing = things.get(task.resource());
        if (task.verb() == TaskVerb.CREATE) {
            things.put(
                    thing.id(),
                    thing.observed(
                            ResourceState.ACTIVE, "h" + handles.incrementAndGet(), Map.of()));
        } else if (task.verb() == TaskVerb.UPDATE) {
            things.put(thing.id(), thing.withSpec(task.payload().target()));
        } else {
            refuseIfChained(thing);
            things.put(thing.id(), thing.withState(ResourceState.DELETED));
        }
    }

    /** As Neutron refuses to remove a port that a port pair holds. */
    private void refuseIfChained(Resource thing) {
        for (Resource chain : things.values()) {
            boolean holds =
                    chain.spec() instanceof ChainSpec
                            && chain.state() == ResourceState.ACTIVE
                            && chain.spec().references().stream()
                                    .anyMatch(value -> value.resource().equals(thing.key()));
            if (holds) {
                throw new AssertionError(thing.key() + " goes while a chain leads through it");
            }
        }
    }

    private boolean foreign(PlanInput.SharedKey key) {
        return foreign.contains(key);
    }

    private static PlanInput.SharedKey key(LaneId lane, String key) {
        return new PlanInput.SharedKey(lane, key);
    }
}
