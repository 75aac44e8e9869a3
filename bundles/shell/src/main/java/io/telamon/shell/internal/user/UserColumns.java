/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.user;

import io.telamon.model.security.Role;
import io.telamon.northbound.api.UserFacade;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How users and tokens look. */
final class UserColumns {
    static final List<Column<UserFacade.UserView>> USERS =
            List.of(
                    Column.of("name", UserFacade.UserView::name),
                    Column.of("roles", UserColumns::roles),
                    Column.of("locked", UserFacade.UserView::locked),
                    Column.wide("id", UserFacade.UserView::id));

    static final List<Column<UserFacade.TokenView>> TOKENS =
            List.of(
                    Column.of("id", UserFacade.TokenView::id),
                    Column.of("label", UserFacade.TokenView::label),
                    Column.of("tenant", UserFacade.TokenView::tenant),
                    Column.of("expires", UserFacade.TokenView::expires));

    private UserColumns() {}

    /** Roles as people type them. */
    static Set<Role> parse(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : names == null ? List.<String>of() : names) {
            for (String one : name.split(",")) {
                roles.add(
                        Role.ofKey(one.strip())
                                .orElseThrow(
                                        () ->
                                                new CommandFailure(
                                                        Exit.USAGE, "There is no role " + one)));
            }
        }
        return roles;
    }

    private static Object roles(UserFacade.UserView view) {
        Map<String, Object> byTenant = new LinkedHashMap<>();
        view.roles()
                .forEach(
                        (tenant, roles) ->
                                byTenant.put(
                                        tenant, roles.stream().map(Role::key).sorted().toList()));
        return byTenant;
    }
}
