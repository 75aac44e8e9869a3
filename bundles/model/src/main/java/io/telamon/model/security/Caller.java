/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.security;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import java.util.Set;

/**
 * Who calls a facade, in which tenant, with which rights. Made by a door from a verified session or
 * token; facades trust it and check it.
 *
 * @param user user name
 * @param tenant the tenant the call works in
 * @param roles roles of the user in that tenant
 */
public record Caller(String user, TenantId tenant, Set<Role> roles) {
    /** Copies the set. */
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Telamon itself, for the janitor and start-up work. */
    public static Caller system(TenantId tenant) {
        return new Caller("telamon", tenant, Set.of(Role.SYSTEM_ADMIN));
    }

    /** True when one of the roles gives the permission. */
    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }

    /** True for operators, who see every tenant. */
    public boolean seesAllTenants() {
        return roles.contains(Role.SYSTEM_ADMIN);
    }

    /**
     * Refuses a caller without the permission.
     *
     * @throws TelamonException FORBIDDEN, naming the permission
     */
    public void require(String permission) {
        if (!may(Permission.of(permission))) {
            throw new TelamonException(
                    ErrorCode.FORBIDDEN,
                    "User %s lacks the permission %s in tenant %s",
                    user,
                    permission,
                    tenant);
        }
    }
}
