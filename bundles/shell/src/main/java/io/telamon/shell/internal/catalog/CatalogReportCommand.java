/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.catalog;

import io.telamon.model.descriptor.Finding;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.PackageNames;
import io.telamon.shell.internal.names.Packages;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists what was found when a package was checked. */
@Service
@Requires("catalog:read")
@Command(scope = "catalog", name = "report", description = "Show the findings of a package")
public final class CatalogReportCommand extends TabularCommand<Finding> {
    @Argument(index = 0, name = "PACKAGE", description = "Id or descriptor id", required = true)
    @Completion(PackageNames.class)
    String id;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected List<Finding> rows() {
        return ask(
                CatalogFacade.class,
                (door, me) -> door.report(me, Packages.find(door, me, id).id()).findings());
    }

    @Override
    protected List<Column<Finding>> columns() {
        return FindingColumns.ALL;
    }
}
