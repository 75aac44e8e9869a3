/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.catalog;

import io.telamon.northbound.api.CatalogFacade;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.ChangeCommand;
import io.telamon.shell.internal.names.PackageNames;
import io.telamon.shell.internal.names.Packages;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Enables a package. */
@Service
@Requires("catalog:write")
@Command(scope = "catalog", name = "enable", description = "Enable a package")
public final class CatalogEnableCommand extends ChangeCommand {
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
    protected String change() {
        ask(
                CatalogFacade.class,
                (door, me) -> door.update(me, Packages.find(door, me, id).id(), -1, true, null));
        return "Package " + id + " can be instantiated.";
    }
}
