/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.model.catalog.PackageKind;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.NsView;
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

/** Makes a record of a service; nothing happens on a cloud. */
@Service
@Requires("ns:operate")
@Command(scope = "ns", name = "create", description = "Make a service record")
public final class NsCreateCommand extends TabularCommand<NsView> {
    @Argument(index = 0, name = "NAME", description = "Name, unique in the tenant", required = true)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--nsd", description = "NSD: id or descriptor id")
    @Completion(PackageNames.class)
    String nsd = "";

    @Option(name = "--description", description = "Free text")
    String description = "";

    @Override
    protected List<NsView> rows() {
        needed("--nsd", nsd);
        PackageView found =
                ask(
                        CatalogFacade.class,
                        (door, me) -> Packages.find(door, me, nsd, PackageKind.NS));
        return askOne(NsFacade.class, (door, me) -> door.create(me, name, description, found.id()));
    }

    @Override
    protected List<Column<NsView>> columns() {
        return NsColumns.ALL;
    }
}
