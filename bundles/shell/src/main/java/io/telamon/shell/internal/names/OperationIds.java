/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.model.security.Caller;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.Page;
import io.telamon.shell.internal.base.Doors;
import io.telamon.shell.internal.base.NameCompleter;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Ids of operations, newest first. */
@Service
public final class OperationIds extends NameCompleter {
    @Override
    protected List<String> names(Doors doors, Caller caller) {
        return doors
                .call(OperationFacade.class, door -> door.list(caller, Page.Request.first()))
                .items()
                .stream()
                .map(view -> view.operation().id().value())
                .toList();
    }
}
