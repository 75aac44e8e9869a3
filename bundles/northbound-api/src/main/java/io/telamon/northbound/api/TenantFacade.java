/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.TenantId;
import io.telamon.model.instance.Quota;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Tenant;
import java.util.List;

/** Tenants and their quotas. */
public interface TenantFacade {
    /** Tenants the caller has a role in (all for operators). */
    @Requires("tenant:read")
    List<TenantView> list(Caller caller);

    /** Tenant by id or name; NOT_FOUND also when the caller has no role in it. */
    @Requires("tenant:read")
    TenantView find(Caller caller, String idOrName);

    /** Adds a tenant. */
    @Requires("tenant:write")
    TenantView add(Caller caller, String name, String description, Quota quota);

    /** Changes description and quota; STALE on another version (-1 for any). */
    @Requires("tenant:write")
    TenantView update(
            Caller caller, TenantId id, long expectedVersion, String description, Quota quota);

    /** Deletes a tenant that owns nothing; IN_USE names what it owns. */
    @Requires("tenant:write")
    void delete(Caller caller, TenantId id);

    /**
     * A tenant and its use.
     *
     * @param tenant the record
     * @param used what its instances hold
     */
    record TenantView(Tenant tenant, Quota used) {}
}
