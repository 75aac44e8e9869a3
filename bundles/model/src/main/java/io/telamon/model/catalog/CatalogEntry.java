/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.catalog;

import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import java.time.Instant;

/**
 * One on-boarded (or refused) package.
 *
 * @param id our id
 * @param tenant owning tenant
 * @param kind NS, VNF or PNF
 * @param name what it describes: descriptor id, name, provider, version
 * @param state on-boarding state
 * @param enabled false forbids new instances
 * @param content where the original bytes are, null before upload
 * @param created time of creation
 * @param version optimistic lock, raised by the store
 */
public record CatalogEntry(
        PackageId id,
        TenantId tenant,
        PackageKind kind,
        Name name,
        PackageState state,
        boolean enabled,
        Content content,
        Instant created,
        long version) {
    /**
     * What a package describes.
     *
     * @param descriptorId id inside the descriptor
     * @param title product or service name
     * @param provider vendor or designer
     * @param version descriptor version
     */
    public record Name(String descriptorId, String title, String provider, String version) {
        /** Before any content. */
        public static Name none() {
            return new Name("", "", "", "");
        }
    }

    /**
     * The original, kept byte for byte.
     *
     * @param fileName name as uploaded
     * @param size bytes
     * @param sha256 checksum in hex
     */
    public record Content(String fileName, long size, String sha256) {}

    /** The same entry in another state. */
    public CatalogEntry with(PackageState next) {
        return new CatalogEntry(id, tenant, kind, name, next, enabled, content, created, version);
    }
}
