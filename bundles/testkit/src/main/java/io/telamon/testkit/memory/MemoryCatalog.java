/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.store.api.CatalogEntries;
import io.telamon.store.api.Slice;
import java.util.List;
import java.util.Optional;

/** Catalog entries in memory. */
final class MemoryCatalog implements CatalogEntries {
    private static final String WHAT = "Package";

    private final Layers layers;

    MemoryCatalog(Layers layers) {
        this.layers = layers;
    }

    @Override
    public Optional<CatalogEntry> find(PackageId id) {
        return layers.packages.get(id);
    }

    @Override
    public List<CatalogEntry> findByDescriptor(
            TenantId tenant, PackageKind kind, String descriptorId) {
        List<CatalogEntry> found =
                layers.packages.where(
                        row ->
                                row.tenant().equals(tenant)
                                        && row.kind() == kind
                                        && row.state() == PackageState.ONBOARDED
                                        && row.name().descriptorId().equals(descriptorId));
        return Rules.byId(found, row -> row.id().value(), Slice.all());
    }

    @Override
    public List<CatalogEntry> list(TenantId tenant, PackageKind kind, Slice slice) {
        List<CatalogEntry> mine =
                layers.packages.where(
                        row ->
                                (tenant == null || row.tenant().equals(tenant))
                                        && (kind == null || row.kind() == kind));
        return Rules.byId(mine, row -> row.id().value(), slice);
    }

    @Override
    public CatalogEntry add(CatalogEntry entry) {
        Rules.free(find(entry.id()), WHAT, entry.id());
        return put(entry, 1);
    }

    @Override
    public CatalogEntry save(CatalogEntry entry) {
        Rules.version(
                find(entry.id()).map(CatalogEntry::version), entry.version(), WHAT, entry.id());
        return put(entry, entry.version() + 1);
    }

    @Override
    public void remove(PackageId id) {
        layers.packages.remove(id);
        layers.documents.removeWhere(row -> row.key().entry().equals(id));
    }

    @Override
    public void saveDocument(PackageId id, String name, String json) {
        Tables.DocumentKey key = new Tables.DocumentKey(id, name);
        layers.documents.put(key, new Tables.Document(key, json));
    }

    @Override
    public Optional<String> document(PackageId id, String name) {
        return layers.documents.get(new Tables.DocumentKey(id, name)).map(Tables.Document::body);
    }

    private CatalogEntry put(CatalogEntry row, long version) {
        CatalogEntry next =
                new CatalogEntry(
                        row.id(),
                        row.tenant(),
                        row.kind(),
                        row.name(),
                        row.state(),
                        row.enabled(),
                        row.content(),
                        row.created(),
                        version);
        layers.packages.put(row.id(), next);
        return next;
    }
}
