/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.security.Caller;
import io.telamon.store.api.Slice;
import io.telamon.store.api.UnitOfWork;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes packages that nobody uses: the row first, then the bytes. */
final class Removal {
    private static final Logger LOG = LoggerFactory.getLogger(Removal.class);

    private final Shelf shelf;

    Removal(Shelf shelf) {
        this.shelf = shelf;
    }

    void delete(Caller caller, CatalogEntry entry) {
        shelf.files().release(entry.id());
        try {
            shelf.store().write(work -> remove(work, caller, entry));
        } catch (TelamonException refused) {
            shelf.files().confirm(entry.id());
            throw refused;
        }
        shelf.forget(entry.id());
        shelf.files().remove(entry.id());
        LOG.info("Package {} ({}) deleted", entry.id(), entry.name().descriptorId());
    }

    private CatalogEntry remove(UnitOfWork work, Caller caller, CatalogEntry seen) {
        CatalogEntry row = Entries.mine(work, caller, seen.id());
        if (row.state() == PackageState.UPLOADING || row.state() == PackageState.PROCESSING) {
            throw new TelamonException(
                    ErrorCode.BUSY, "Package %s is being uploaded: try again later", row.id());
        }
        Entries.requireUnused(work, row);
        requireUnnamed(work, row);
        work.catalog().remove(row.id());
        CatalogEntry gone =
                new CatalogEntry(
                        row.id(),
                        row.tenant(),
                        row.kind(),
                        row.name(),
                        row.state(),
                        row.enabled(),
                        row.content(),
                        row.created(),
                        row.version() + 1);
        Entries.tell(work, gone, "PackageDeleted", caller.user(), shelf.clock().instant());
        return gone;
    }

    /** Refuses when services name this descriptor and no other version of it would stay. */
    private static void requireUnnamed(UnitOfWork work, CatalogEntry row) {
        if (row.state() != PackageState.ONBOARDED || staysKnown(work, row)) {
            return;
        }
        List<String> services =
                work.catalog().list(row.tenant(), PackageKind.NS, Slice.all()).stream()
                        .filter(
                                service ->
                                        !service.id().equals(row.id()) && names(work, service, row))
                        .map(service -> service.name().descriptorId() + " (" + service.id() + ")")
                        .toList();
        if (!services.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.IN_USE,
                    "Package %s (%s) is referred to by the services %s: delete them first",
                    row.name().descriptorId(),
                    row.id(),
                    services.stream().collect(Collectors.joining(", ")));
        }
    }

    private static boolean staysKnown(UnitOfWork work, CatalogEntry row) {
        return work.catalog()
                        .findByDescriptor(row.tenant(), row.kind(), row.name().descriptorId())
                        .size()
                > 1;
    }

    private static boolean names(UnitOfWork work, CatalogEntry service, CatalogEntry row) {
        return work.catalog()
                .document(service.id(), Documents.REFERS_TO)
                .map(Documents::map)
                .map(refers -> row.kind().name().equals(refers.get(row.name().descriptorId())))
                .orElse(false);
    }
}
