/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.event.Event;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.PackageView;
import io.telamon.store.api.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads and writes catalog rows inside one transaction: tenancy, views, events. */
final class Entries {
    private Entries() {}

    /** The row, if the caller may see it; NOT_FOUND else. */
    static CatalogEntry mine(UnitOfWork work, Caller caller, PackageId id) {
        return work.catalog()
                .find(id)
                .filter(row -> caller.seesAllTenants() || row.tenant().equals(caller.tenant()))
                .orElseThrow(() -> Shelf.missing(id));
    }

    /** As doors show it. */
    static PackageView view(UnitOfWork work, CatalogEntry row) {
        Map<String, String> userData =
                work.catalog()
                        .document(row.id(), Documents.USER_DATA)
                        .map(Documents::map)
                        .orElse(Map.of());
        return new PackageView(
                row.id(),
                row.tenant(),
                row.kind(),
                row.name(),
                row.state(),
                row.enabled(),
                work.instances().isUsed(row.id()),
                row.content(),
                userData,
                row.created(),
                row.version());
    }

    /** Refuses to touch a row that instances use, naming them. */
    static void requireUnused(UnitOfWork work, CatalogEntry row) {
        List<NsInstance> users = work.instances().using(row.id());
        if (!users.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.IN_USE,
                    "Package %s (%s) is used by %s: delete them first",
                    row.name().descriptorId(),
                    row.id(),
                    users.stream().map(NsInstance::name).collect(Collectors.joining(", ")));
        }
    }

    /** Tells the journal. */
    static void tell(UnitOfWork work, CatalogEntry row, String type, String actor, Instant now) {
        Map<String, String> facts =
                Map.of(
                        "kind", row.kind().name(),
                        "state", row.state().name(),
                        "enabled", Boolean.toString(row.enabled()),
                        "descriptorId", row.name().descriptorId(),
                        "descriptorVersion", row.name().version());
        Event.Subject subject = new Event.Subject("package", row.id().value(), row.version());
        work.journal().append(List.of(new Event(row.tenant(), subject, type, actor, now, facts)));
    }
}
