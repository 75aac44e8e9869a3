/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.vim;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.Accounts;
import io.telamon.shell.internal.names.VimNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows one VIM account with its last inventory. */
@Service
@Requires("vim:read")
@Command(scope = "vim", name = "show", description = "Show one VIM account")
public final class VimShowCommand extends TabularCommand<AccountView> {
    @Argument(
            index = 0,
            name = "NAME",
            description = "Name or id of the VIM account",
            required = true)
    @Completion(VimNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected List<AccountView> rows() {
        return askOne(AccountFacade.class, (door, me) -> door.find(me, LaneKind.VIM, name));
    }

    @Override
    protected boolean showsOne() {
        return true;
    }

    @Override
    protected List<Column<AccountView>> columns() {
        return Accounts.withInventory();
    }
}
