/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.catalog;

import com.vaadin.flow.router.Route;
import io.telamon.model.catalog.PackageKind;
import io.telamon.portal.internal.app.Needs;
import io.telamon.portal.internal.shell.Shell;
import java.util.List;

/** Packages of network functions, virtual and physical. */
@Route(value = "catalog/vnf", layout = Shell.class)
@Needs("catalog:read")
public final class VnfCatalogPage extends CatalogView {
    /** Builds the page. */
    public VnfCatalogPage() {
        super("vnf", List.of(PackageKind.VNF, PackageKind.PNF));
    }
}
