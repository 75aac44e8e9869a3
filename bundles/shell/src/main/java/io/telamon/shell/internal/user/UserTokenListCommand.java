/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.user;

import io.telamon.northbound.api.UserFacade;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists one's own API tokens. */
@Service
@Command(scope = "user", name = "token-list", description = "List your API tokens")
public final class UserTokenListCommand extends TabularCommand<UserFacade.TokenView> {

    @Override
    protected List<UserFacade.TokenView> rows() {
        return ask(UserFacade.class, (door, me) -> door.tokens(me));
    }

    @Override
    protected List<Column<UserFacade.TokenView>> columns() {
        return UserColumns.TOKENS;
    }
}
