/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.user;

import io.telamon.model.security.Role;
import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.UserFacade;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.Questions;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.RoleNames;
import io.telamon.shell.internal.names.TenantNames;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Adds a user with roles in one tenant; the password is typed without echo or piped in. */
@Service
@Requires("user:write")
@Command(scope = "user", name = "add", description = "Add a user")
public final class UserAddCommand extends TabularCommand<UserFacade.UserView> {
    @Argument(index = 0, name = "NAME", description = "Sign-in name", required = true)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--role", description = "Role, may be repeated", multiValued = true)
    @Completion(RoleNames.class)
    List<String> roles = List.of();

    @Option(name = "--in", description = "Tenant of the role; the present one by default")
    @Completion(TenantNames.class)
    String where = "";

    @Option(name = "--password-stdin", description = "Read the password from standard input")
    boolean pipes = false;

    private char[] password;

    @Override
    protected void run() throws Exception {
        password = Questions.secret(session(), "password", pipes);
        super.run();
    }

    @Override
    protected List<UserFacade.UserView> rows() {
        Set<Role> given = UserColumns.parse(roles);
        String tenantName = where();
        return askOne(
                UserFacade.class, (door, me) -> door.add(me, name, password, tenantName, given));
    }

    @Override
    protected List<Column<UserFacade.UserView>> columns() {
        return UserColumns.USERS;
    }

    private String where() {
        return where.isEmpty() ? ask(UserFacade.class, (door, me) -> door.me(me)).tenant() : where;
    }
}
