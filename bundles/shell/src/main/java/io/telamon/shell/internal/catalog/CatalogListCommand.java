/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.catalog;

import io.telamon.model.catalog.PackageKind;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.Choices;
import io.telamon.shell.internal.names.Lists;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** Lists packages. */
@Service
@Requires("catalog:read")
@Command(scope = "catalog", name = "list", description = "List packages")
public final class CatalogListCommand extends TabularCommand<PackageView> {
    @Option(name = "--kind", description = "NS, VNF or PNF")
    @Completion(
            value = StringsCompleter.class,
            values = {"NS", "VNF", "PNF"})
    String kind = "";

    @Override
    protected List<PackageView> rows() {
        PackageKind wanted = kind.isEmpty() ? null : Choices.of("--kind", PackageKind.class, kind);
        return ask(
                CatalogFacade.class, (door, me) -> Lists.all(page -> door.list(me, wanted, page)));
    }

    @Override
    protected List<Column<PackageView>> columns() {
        return PackageColumns.ALL;
    }
}
