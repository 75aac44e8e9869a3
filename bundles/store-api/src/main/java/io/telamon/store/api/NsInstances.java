/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.NsInstance;
import java.util.List;
import java.util.Optional;

/** Network service instances, ordered by id in lists. */
public interface NsInstances {
    /** The instance; empty when there is none. */
    Optional<NsInstance> find(NsInstanceId id);

    /** Instance of this name in the tenant. */
    Optional<NsInstance> findByName(TenantId tenant, String name);

    /** Instances of a tenant, or of all tenants when {@code tenant} is null. */
    List<NsInstance> list(TenantId tenant, Slice slice);

    /** Instances that use this package as NSD or as the VNFD of a member. */
    List<NsInstance> using(PackageId packageId);

    /** True when an instance uses this package; costs the same however many do. */
    default boolean isUsed(PackageId packageId) {
        return !using(packageId).isEmpty();
    }

    /** Instances with a resource or placement on this account. */
    List<NsInstance> on(LaneId lane);

    /** Adds a new instance; ALREADY_EXISTS when the name is taken. */
    NsInstance add(NsInstance instance);

    /** Stores a change; STALE when {@code instance.version()} is not the stored one. */
    NsInstance save(NsInstance instance);

    /** Removes the instance with its resources, operations and tasks. */
    void remove(NsInstanceId id);
}
