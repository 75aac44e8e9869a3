/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import java.util.List;
import java.util.Optional;

/** Catalog entries; the bytes are kept by the catalog beside the database. */
public interface CatalogEntries {
    /** The entry; empty when there is none. */
    Optional<CatalogEntry> find(PackageId id);

    /** On-boarded entries of this descriptor id in a tenant. */
    List<CatalogEntry> findByDescriptor(TenantId tenant, PackageKind kind, String descriptorId);

    /** Entries of a tenant (null for all), of one kind (null for all), ordered by id. */
    List<CatalogEntry> list(TenantId tenant, PackageKind kind, Slice slice);

    /** Adds an entry. */
    CatalogEntry add(CatalogEntry entry);

    /** Stores a change; STALE when the version is not the stored one. */
    CatalogEntry save(CatalogEntry entry);

    /** Removes it. */
    void remove(PackageId id);

    /** Keeps a text that belongs to an entry: {@code report}, {@code user-data}. */
    void saveDocument(PackageId id, String name, String json);

    /** The text kept under this name. */
    Optional<String> document(PackageId id, String name);
}
