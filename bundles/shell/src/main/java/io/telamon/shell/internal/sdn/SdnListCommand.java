/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.sdn;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.Accounts;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists SDN accounts with type, health and queue depth. */
@Service
@Requires("sdn:read")
@Command(scope = "sdn", name = "list", description = "List SDN accounts")
public final class SdnListCommand extends TabularCommand<AccountView> {

    @Override
    protected List<AccountView> rows() {
        return ask(AccountFacade.class, (door, me) -> door.list(me, LaneKind.SDN));
    }

    @Override
    protected List<Column<AccountView>> columns() {
        return Accounts.COLUMNS;
    }
}
