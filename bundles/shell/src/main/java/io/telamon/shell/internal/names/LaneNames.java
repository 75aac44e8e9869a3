/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.model.security.Caller;
import io.telamon.northbound.api.RoFacade;
import io.telamon.shell.internal.base.Doors;
import io.telamon.shell.internal.base.NameCompleter;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lanes as vim:name or sdn:name. */
@Service
public final class LaneNames extends NameCompleter {
    @Override
    protected List<String> names(Doors doors, Caller caller) {
        return doors.call(RoFacade.class, door -> door.lanes(caller)).stream()
                .map(Lanes::label)
                .toList();
    }
}
