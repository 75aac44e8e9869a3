/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.instance;

import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import java.time.Instant;

/**
 * One network service: the aggregate that operations change.
 *
 * @param id our id
 * @param tenant owning tenant
 * @param name name given by the user, unique within the tenant
 * @param description free text
 * @param nsd package with the NSD
 * @param state life-cycle state
 * @param topology what it consists of
 * @param stamps when and by whom
 * @param version optimistic lock, raised by the store
 */
public record NsInstance(
        NsInstanceId id,
        TenantId tenant,
        String name,
        String description,
        PackageId nsd,
        NsState state,
        Topology topology,
        Stamps stamps,
        long version) {
    /**
     * When and by whom.
     *
     * @param created time of creation
     * @param createdBy user name
     * @param changed time of the last change
     * @param currentOperation operation that holds the instance, or null
     */
    public record Stamps(
            Instant created, String createdBy, Instant changed, OperationId currentOperation) {}

    /** The same instance in another state, held by {@code operation} (null for none). */
    public NsInstance with(NsState next, OperationId operation, Instant now) {
        return new NsInstance(
                id,
                tenant,
                name,
                description,
                nsd,
                next,
                topology,
                new Stamps(stamps.created(), stamps.createdBy(), now, operation),
                version);
    }

    /** The same instance with another topology. */
    public NsInstance with(Topology next) {
        return new NsInstance(id, tenant, name, description, nsd, state, next, stamps, version);
    }
}
