/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.catalog;

import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.PackageNames;
import io.telamon.shell.internal.names.Packages;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows one package. */
@Service
@Requires("catalog:read")
@Command(scope = "catalog", name = "show", description = "Show one package")
public final class CatalogShowCommand extends TabularCommand<PackageView> {
    @Argument(index = 0, name = "PACKAGE", description = "Id or descriptor id", required = true)
    @Completion(PackageNames.class)
    String id;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--descriptor", description = "Print the descriptor as it was on-boarded")
    boolean descriptor = false;

    @Override
    protected void run() throws Exception {
        if (descriptor) {
            String text =
                    ask(
                            CatalogFacade.class,
                            (door, me) -> door.descriptor(me, Packages.find(door, me, id).id()));
            out().print(text);
        } else {
            super.run();
        }
    }

    @Override
    protected List<PackageView> rows() {
        return askOne(CatalogFacade.class, (door, me) -> Packages.find(door, me, id));
    }

    @Override
    protected boolean showsOne() {
        return true;
    }

    @Override
    protected List<Column<PackageView>> columns() {
        return PackageColumns.ALL;
    }
}
