/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.sol;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.PackageId;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.northbound.rest.internal.http.Calls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the package that a client means by {@code nsdId}: package id, else descriptor id. */
public final class NsdLookup {
    private static final int PART = 1000;

    private final CatalogFacade catalog;

    /** Looks into the catalog that is there now. */
    public NsdLookup(Facades facades) {
        catalog = facades.get(CatalogFacade.class);
    }

    /** The package; NOT_FOUND when there is none. */
    public PackageId find(Caller caller, String nsdId) {
        Calls.required(nsdId, "nsdId is missing");
        return byPackage(caller, nsdId)
                .or(() -> byDescriptor(caller, nsdId))
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.NOT_FOUND,
                                        "There is no NSD %s in this tenant: on-board it first",
                                        nsdId));
    }

    private Optional<PackageId> byPackage(Caller caller, String id) {
        try {
            return Optional.of(catalog.get(caller, new PackageId(id)).id());
        } catch (TelamonException other) {
            if (other.code() != ErrorCode.NOT_FOUND) {
                throw other;
            }
            return Optional.empty();
        }
    }

    private Optional<PackageId> byDescriptor(Caller caller, String nsdId) {
        List<PackageView> found = new ArrayList<>();
        String marker = "";
        do {
            Page<PackageView> page =
                    catalog.list(caller, PackageKind.NS, new Page.Request(marker, PART));
            page.items().stream()
                    .filter(one -> one.state() == PackageState.ONBOARDED && one.enabled())
                    .filter(one -> one.tenant().equals(caller.tenant()))
                    .filter(one -> one.name().descriptorId().equals(nsdId))
                    .forEach(found::add);
            marker = page.next();
        } while (!marker.isEmpty());
        return found.stream().max(Comparator.comparing(PackageView::created)).map(PackageView::id);
    }
}
