/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.sdn;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.Accounts;
import io.telamon.shell.internal.names.SdnNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows one SDN account with its last inventory. */
@Service
@Requires("sdn:read")
@Command(scope = "sdn", name = "show", description = "Show one SDN account")
public final class SdnShowCommand extends TabularCommand<AccountView> {
    @Argument(
            index = 0,
            name = "NAME",
            description = "Name or id of the SDN account",
            required = true)
    @Completion(SdnNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected List<AccountView> rows() {
        return askOne(AccountFacade.class, (door, me) -> door.find(me, LaneKind.SDN, name));
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
