/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.model.security.Caller;
import io.telamon.northbound.api.NsFacade;
import io.telamon.shell.internal.base.Doors;
import io.telamon.shell.internal.base.NameCompleter;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Names of network services. */
@Service
public final class NsNames extends NameCompleter {
    @Override
    protected List<String> names(Doors doors, Caller caller) {
        return doors
                .call(NsFacade.class, door -> Lists.all(page -> door.list(caller, page)))
                .stream()
                .map(view -> view.instance().name())
                .toList();
    }
}
