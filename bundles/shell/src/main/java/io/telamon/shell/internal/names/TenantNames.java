/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.model.security.Caller;
import io.telamon.northbound.api.TenantFacade;
import io.telamon.shell.internal.base.Doors;
import io.telamon.shell.internal.base.NameCompleter;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Names of tenants. */
@Service
public final class TenantNames extends NameCompleter {
    @Override
    protected List<String> names(Doors doors, Caller caller) {
        return doors.call(TenantFacade.class, door -> door.list(caller)).stream()
                .map(view -> view.tenant().name())
                .toList();
    }
}
