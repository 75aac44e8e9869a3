/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.model.catalog.PackageKind;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.PackageView;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import java.util.Comparator;
import java.util.List;

/** Finds packages by what people call them. */
public final class Packages {
    private Packages() {}

    /** The descriptor id, or the id of an entry without content. */
    public static String label(PackageView view) {
        boolean named = view.name() != null && !view.name().descriptorId().isBlank();
        return named ? view.name().descriptorId() : view.id().value();
    }

    /** A package by id, descriptor id or title; the newest when several fit. */
    public static PackageView find(CatalogFacade catalog, Caller caller, String text) {
        return find(catalog, caller, text, null);
    }

    /** As {@link #find}, only of one kind (null for all). */
    public static PackageView find(
            CatalogFacade catalog, Caller caller, String text, PackageKind kind) {
        List<PackageView> fitting =
                Lists.all(page -> catalog.list(caller, kind, page)).stream()
                        .filter(view -> fits(view, text))
                        .sorted(Comparator.comparing(PackageView::created).reversed())
                        .toList();
        if (fitting.isEmpty()) {
            throw new CommandFailure(Exit.NOT_FOUND, "There is no package " + text);
        }
        return fitting.get(0);
    }

    private static boolean fits(PackageView view, String text) {
        return view.id().value().equals(text)
                || view.name() != null
                        && (view.name().descriptorId().equals(text)
                                || view.name().title().equals(text));
    }
}
