/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.model.security.Caller;
import io.telamon.northbound.api.CatalogFacade;
import io.telamon.shell.internal.base.Doors;
import io.telamon.shell.internal.base.NameCompleter;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Descriptor ids of packages, and ids of those that have none yet. */
@Service
public final class PackageNames extends NameCompleter {
    @Override
    protected List<String> names(Doors doors, Caller caller) {
        return doors
                .call(CatalogFacade.class, door -> Lists.all(page -> door.list(caller, null, page)))
                .stream()
                .map(Packages::label)
                .toList();
    }
}
