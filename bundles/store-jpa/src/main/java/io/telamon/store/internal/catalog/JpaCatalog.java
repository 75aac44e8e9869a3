/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.catalog;

import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.store.api.CatalogEntries;
import io.telamon.store.api.Slice;
import io.telamon.store.internal.base.Db;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Catalog entries in the database. */
public final class JpaCatalog implements CatalogEntries {
    private final Db db;

    /** Works in the transaction of {@code db}. */
    public JpaCatalog(Db db) {
        this.db = db;
    }

    @Override
    public Optional<CatalogEntry> find(PackageId id) {
        return db.get(CatalogEntryRow.class, id.value()).map(CatalogEntryRow::toModel);
    }

    @Override
    public List<CatalogEntry> findByDescriptor(
            TenantId tenant, PackageKind kind, String descriptorId) {
        return Db.map(
                db.list(
                        CatalogEntryRow.class,
                        "from CatalogEntryRow c where c.descriptorId = ?1 and c.tenantId = ?2"
                                + " and c.kind = ?3 and c.state = ?4 order by c.id",
                        descriptorId,
                        tenant.value(),
                        kind.name(),
                        PackageState.ONBOARDED.name()),
                CatalogEntryRow::toModel);
    }

    @Override
    public List<CatalogEntry> list(TenantId tenant, PackageKind kind, Slice slice) {
        StringBuilder query = new StringBuilder("from CatalogEntryRow c where c.id > ?1");
        List<Object> parameters = new ArrayList<>(List.of(slice.after()));
        if (tenant != null) {
            parameters.add(tenant.value());
            query.append(" and c.tenantId = ?").append(parameters.size());
        }
        if (kind != null) {
            parameters.add(kind.name());
            query.append(" and c.kind = ?").append(parameters.size());
        }
        query.append(" order by c.id");
        return Db.map(
                db.first(
                        slice.limit(),
                        CatalogEntryRow.class,
                        query.toString(),
                        parameters.toArray()),
                CatalogEntryRow::toModel);
    }

    @Override
    public CatalogEntry add(CatalogEntry entry) {
        db.insert(CatalogEntryRow.of(entry, 1));
        return with(entry, 1);
    }

    @Override
    public CatalogEntry save(CatalogEntry entry) {
        CatalogEntryRow row = CatalogEntryRow.of(entry, entry.version());
        db.update(row);
        return with(entry, row.version);
    }

    @Override
    public void remove(PackageId id) {
        db.execute("delete from DocumentRow d where d.entryId = ?1", id.value());
        db.execute("delete from CatalogEntryRow c where c.id = ?1", id.value());
    }

    @Override
    public void saveDocument(PackageId id, String name, String json) {
        db.execute(
                "delete from DocumentRow d where d.entryId = ?1 and d.name = ?2", id.value(), name);
        db.insert(DocumentRow.of(id.value(), name, json));
    }

    @Override
    public Optional<String> document(PackageId id, String name) {
        return db.one(
                String.class,
                "select d.body from DocumentRow d where d.entryId = ?1 and d.name = ?2",
                id.value(),
                name);
    }

    private static CatalogEntry with(CatalogEntry row, long version) {
        return new CatalogEntry(
                row.id(),
                row.tenant(),
                row.kind(),
                row.name(),
                row.state(),
                row.enabled(),
                row.content(),
                row.created(),
                version);
    }
}
