/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.user;

import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.UserFacade;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.UserNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows one user with its roles. */
@Service
@Requires("user:read")
@Command(scope = "user", name = "show", description = "Show one user")
public final class UserShowCommand extends TabularCommand<UserFacade.UserView> {
    @Argument(index = 0, name = "NAME", description = "Name or id of the user", required = true)
    @Completion(UserNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected List<UserFacade.UserView> rows() {
        return askOne(UserFacade.class, (door, me) -> door.find(me, name));
    }

    @Override
    protected boolean showsOne() {
        return true;
    }

    @Override
    protected List<Column<UserFacade.UserView>> columns() {
        return UserColumns.USERS;
    }
}
