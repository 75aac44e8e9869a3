/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import java.time.Instant;
import java.util.Map;

/**
 * A catalog entry as doors show it.
 *
 * @param id our id
 * @param tenant owning tenant
 * @param kind NS, VNF or PNF
 * @param name descriptor id, title, provider, version
 * @param state on-boarding state
 * @param enabled operational state
 * @param inUse usage state
 * @param content original file, null before upload
 * @param userData free key-value data of the user
 * @param created time of creation
 * @param version for If-Match
 */
public record PackageView(
        PackageId id,
        TenantId tenant,
        PackageKind kind,
        CatalogEntry.Name name,
        PackageState state,
        boolean enabled,
        boolean inUse,
        CatalogEntry.Content content,
        Map<String, String> userData,
        Instant created,
        long version) {}
