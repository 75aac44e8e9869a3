/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.door;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.plan.Operation;
import io.telamon.model.security.Caller;
import io.telamon.store.api.UnitOfWork;
import java.util.Optional;

/**
 * Finds objects for a caller: its own tenant's, or all for operators; what is foreign is not there.
 */
final class Visible {
    private Visible() {}

    static NsInstance instance(UnitOfWork work, Caller caller, NsInstanceId id) {
        return work.instances()
                .find(id)
                .filter(found -> sees(caller, found.tenant()))
                .orElseThrow(() -> absent("service", id.value()));
    }

    static NsInstance instance(UnitOfWork work, Caller caller, String idOrName) {
        Optional<NsInstance> named = work.instances().findByName(caller.tenant(), idOrName);
        return named.orElseGet(() -> instance(work, caller, new NsInstanceId(idOrName)));
    }

    static Operation operation(UnitOfWork work, Caller caller, OperationId id) {
        return work.operations()
                .find(id)
                .filter(found -> sees(caller, found.tenant()))
                .orElseThrow(() -> absent("operation", id.value()));
    }

    static CatalogEntry nsPackage(UnitOfWork work, Caller caller, PackageId id) {
        CatalogEntry entry =
                work.catalog()
                        .find(id)
                        .filter(found -> sees(caller, found.tenant()))
                        .orElseThrow(() -> absent("package", id.value()));
        if (entry.kind() != PackageKind.NS
                || entry.state() != PackageState.ONBOARDED
                || !entry.enabled()) {
            throw new TelamonException(
                    ErrorCode.WRONG_STATE,
                    "Package %s is not an on-boarded and enabled NSD (%s, %s, %s)",
                    id,
                    entry.kind(),
                    entry.state(),
                    entry.enabled() ? "enabled" : "disabled");
        }
        return entry;
    }

    private static boolean sees(Caller caller, TenantId tenant) {
        return caller.seesAllTenants() || caller.tenant().equals(tenant);
    }

    static TelamonException absent(String what, String name) {
        return new TelamonException(ErrorCode.NOT_FOUND, "There is no %s %s here", what, name);
    }
}
