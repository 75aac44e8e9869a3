/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.user;

import io.telamon.northbound.api.UserFacade;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Tells who one is, where, and what one may do. */
@Service
@Command(scope = "user", name = "me", description = "Show yourself")
public final class UserMeCommand extends TabularCommand<UserFacade.Me> {

    @Override
    protected List<UserFacade.Me> rows() {
        return askOne(UserFacade.class, (door, me) -> door.me(me));
    }

    @Override
    protected boolean showsOne() {
        return true;
    }

    @Override
    protected List<Column<UserFacade.Me>> columns() {
        return List.of(
                Column.of("user", UserFacade.Me::user),
                Column.of("tenant", UserFacade.Me::tenant),
                Column.of("tenants", UserFacade.Me::tenants),
                Column.of("permissions", me -> me.permissions().stream().sorted().toList()));
    }
}
