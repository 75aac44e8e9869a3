/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.facade;

import io.telamon.model.TenantId;
import io.telamon.northbound.api.TenantFacade;
import java.util.HashMap;
import java.util.Map;

/** Names of tenants by id, for one drawing of a page. */
public final class Tenants {
    private final Map<TenantId, String> names = new HashMap<>();

    /** Asks for the names a person may see. */
    public Tenants() {
        SignedIn.current().ifPresent(who -> names.put(who.caller().tenant(), who.tenant()));
        if (SignedIn.may("tenant:read")) {
            Facades.call(TenantFacade.class, tenants -> tenants.list(SignedIn.me()))
                    .forEach(view -> names.put(view.tenant().id(), view.tenant().name()));
        }
    }

    /** The name, or the id where the name is not known. */
    public String name(TenantId id) {
        return names.getOrDefault(id, id.value());
    }
}
