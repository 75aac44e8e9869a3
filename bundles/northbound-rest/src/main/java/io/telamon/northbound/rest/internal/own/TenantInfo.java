/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.telamon.model.instance.Quota;
import io.telamon.model.security.Tenant;
import io.telamon.northbound.api.TenantFacade;

/**
 * A tenant and its use.
 *
 * @param id our id
 * @param name unique
 * @param description free text
 * @param quota how much its instances may use, -1 for no limit
 * @param used what its instances hold
 */
public record TenantInfo(String id, String name, String description, Quota quota, Quota used) {
    static TenantInfo of(TenantFacade.TenantView view) {
        Tenant tenant = view.tenant();
        return new TenantInfo(
                tenant.id().value(),
                tenant.name(),
                tenant.description(),
                tenant.quota(),
                view.used());
    }
}
