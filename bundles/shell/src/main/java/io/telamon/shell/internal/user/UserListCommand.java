/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.user;

import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.UserFacade;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists users with their roles. */
@Service
@Requires("user:read")
@Command(scope = "user", name = "list", description = "List users")
public final class UserListCommand extends TabularCommand<UserFacade.UserView> {

    @Override
    protected List<UserFacade.UserView> rows() {
        return ask(UserFacade.class, (door, me) -> door.list(me));
    }

    @Override
    protected List<Column<UserFacade.UserView>> columns() {
        return UserColumns.USERS;
    }
}
