/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.plan;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TenantId;
import io.telamon.model.resource.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All the planner sees: the same input gives the same plan.
 *
 * @param tenant owning tenant
 * @param instance the instance
 * @param operation the operation the tasks belong to
 * @param desired what should be
 * @param recorded what is recorded as the instance's own and not deleted
 * @param neverSent recorded things for which no call was ever made
 * @param uncertain recorded things whose last change may or may not have arrived
 * @param renew keys to replace although they look well
 * @param acts action by key of the thing that acts
 * @param claims shared keys by lane that the instance holds
 * @param shared state of shared things by lane and key
 * @param now time of the plan
 */
public record PlanInput(
        TenantId tenant,
        NsInstanceId instance,
        OperationId operation,
        List<Desired> desired,
        List<Resource> recorded,
        Set<ResourceId> neverSent,
        Set<ResourceId> uncertain,
        Set<String> renew,
        Map<String, String> acts,
        Set<SharedKey> claims,
        Map<SharedKey, SharedState> shared,
        Instant now) {
    /** Copies the collections. */
    public PlanInput {
        desired = List.copyOf(desired);
        recorded = List.copyOf(recorded);
        neverSent = Set.copyOf(neverSent);
        uncertain = Set.copyOf(uncertain);
        renew = Set.copyOf(renew);
        acts = Map.copyOf(acts);
        claims = Set.copyOf(claims);
        shared = Map.copyOf(shared);
    }

    /**
     * Names a shared thing.
     *
     * @param lane where
     * @param key kind and name
     */
    public record SharedKey(LaneId lane, String key) {}

    /** What is recorded of a shared thing. */
    public SharedState shared(LaneId lane, String key) {
        return shared.getOrDefault(new SharedKey(lane, key), SharedState.none());
    }
}
