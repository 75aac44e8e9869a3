/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.account;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.AccountView;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.Accounts;
import java.util.List;

/** Shows one account with its last inventory. */
public abstract class AccountShow extends TabularCommand<AccountView> {
    /** Which accounts. */
    protected abstract LaneKind kind();

    /** Name or id of the account. */
    protected abstract String account();

    @Override
    protected List<AccountView> rows() {
        return askOne(AccountFacade.class, (door, me) -> door.find(me, kind(), account()));
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
