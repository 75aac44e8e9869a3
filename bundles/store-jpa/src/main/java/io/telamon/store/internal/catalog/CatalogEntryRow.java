/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.catalog;

import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A catalog entry as a row. */
@Entity
@Table(name = "catalog_entry")
class CatalogEntryRow {
    @Id String id;
    String tenantId;
    String kind;
    String descriptorId;
    String title;
    String provider;
    String descriptorVersion;
    String state;
    boolean enabled;
    String fileName;
    Long fileSize;
    String sha256;

    @Column(updatable = false)
    Instant created;

    @Version long version;

    static CatalogEntryRow of(CatalogEntry entry, long version) {
        CatalogEntryRow row = new CatalogEntryRow();
        row.id = entry.id().value();
        row.tenantId = entry.tenant().value();
        row.kind = entry.kind().name();
        row.descriptorId = entry.name().descriptorId();
        row.title = entry.name().title();
        row.provider = entry.name().provider();
        row.descriptorVersion = entry.name().version();
        row.state = entry.state().name();
        row.enabled = entry.enabled();
        CatalogEntry.Content content = entry.content();
        if (content != null) {
            row.fileName = content.fileName();
            row.fileSize = content.size();
            row.sha256 = content.sha256();
        }
        row.created = entry.created();
        row.version = version;
        return row;
    }

    CatalogEntry toModel() {
        return new CatalogEntry(
                new PackageId(id),
                new TenantId(tenantId),
                PackageKind.valueOf(kind),
                new CatalogEntry.Name(descriptorId, title, provider, descriptorVersion),
                PackageState.valueOf(state),
                enabled,
                fileName == null ? null : new CatalogEntry.Content(fileName, fileSize, sha256),
                created,
                version);
    }
}
