/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.names;

import io.telamon.model.LaneKind;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.shell.internal.base.Doors;
import io.telamon.shell.internal.base.NameCompleter;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Names of SDN accounts. */
@Service
public final class SdnNames extends NameCompleter {
    @Override
    protected List<String> names(Doors doors, Caller caller) {
        return doors.call(AccountFacade.class, door -> door.list(caller, LaneKind.SDN)).stream()
                .map(view -> view.account().name())
                .toList();
    }
}
