/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.api;

import io.telamon.model.TenantId;
import java.io.Serializable;
import java.security.Principal;

/**
 * The tenant a signed-in subject works in, beside Karaf's user and role principals. Doors make a
 * caller of the three.
 */
public final class TenantPrincipal implements Principal, Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;

    /** Says that the subject works in this tenant. */
    public TenantPrincipal(TenantId tenant) {
        this.id = tenant.value();
    }

    /** The tenant's id as text. */
    @Override
    public String getName() {
        return id;
    }

    /** The tenant. */
    public TenantId tenant() {
        return new TenantId(id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TenantPrincipal that && that.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "TenantPrincipal[" + id + "]";
    }
}
