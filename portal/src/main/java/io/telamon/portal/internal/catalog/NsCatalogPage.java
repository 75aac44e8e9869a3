/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.catalog;

import com.vaadin.flow.router.Route;
import io.telamon.model.catalog.PackageKind;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.shell.Shell;
import java.util.List;

/** Packages of network services. */
@Route(value = "catalog/ns", layout = Shell.class)
@Needs("catalog:read")
public final class NsCatalogPage extends CatalogView {
    /** Builds the page. */
    public NsCatalogPage() {
        super("ns", List.of(PackageKind.NS));
    }
}
