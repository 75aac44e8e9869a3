/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.model.security.Caller;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.PluginTypeView;
import io.telamon.shell.internal.base.Doors;
import io.telamon.shell.internal.base.NameCompleter;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Types of plug-ins installed now. */
@Service
public final class PluginTypes extends NameCompleter {
    @Override
    protected List<String> names(Doors doors, Caller caller) {
        return doors.call(AccountFacade.class, door -> door.types(caller)).stream()
                .map(PluginTypeView::type)
                .distinct()
                .toList();
    }
}
