/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.vim;

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

/** Lists VIM accounts with type, health and queue depth. */
@Service
@Requires("vim:read")
@Command(scope = "vim", name = "list", description = "List VIM accounts")
public final class VimListCommand extends TabularCommand<AccountView> {

    @Override
    protected List<AccountView> rows() {
        return ask(AccountFacade.class, (door, me) -> door.list(me, LaneKind.VIM));
    }

    @Override
    protected List<Column<AccountView>> columns() {
        return Accounts.COLUMNS;
    }
}
