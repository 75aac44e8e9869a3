/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.model.security.Caller;
import io.telamon.northbound.api.EdgeFacade;
import io.telamon.northbound.api.EdgeView;
import io.telamon.shell.internal.base.Doors;
import io.telamon.shell.internal.base.NameCompleter;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Names of functions at the edge. */
@Service
public final class EdgeFunctionNames extends NameCompleter {
    @Override
    protected List<String> names(Doors doors, Caller caller) {
        return doors.call(EdgeFacade.class, door -> door.view(caller)).functions().stream()
                .map(EdgeView.Function::name)
                .toList();
    }
}
