/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.User;
import io.telamon.store.api.UnitOfWork;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who has which rights where: pure rules over records. */
final class Grants {
    private static final String ADMINS = "security.system-admins-changed";

    private Grants() {}

    /** Roles of a user in a tenant; a system_admin is one everywhere. */
    static Set<Role> rolesIn(User user, TenantId tenant) {
        Set<Role> here = user.roles().getOrDefault(tenant, Set.of());
        return isSystemAdmin(user) ? with(here, Role.SYSTEM_ADMIN) : here;
    }

    static boolean isSystemAdmin(User user) {
        return user.roles().values().stream().anyMatch(roles -> roles.contains(Role.SYSTEM_ADMIN));
    }

    /** Tenants the user may work in, by name. */
    static List<Tenant> tenantsOf(UnitOfWork work, User user) {
        return work.identities().tenants().stream()
                .filter(tenant -> !rolesIn(user, tenant.id()).isEmpty())
                .toList();
    }

    /** Refuses to give or take a role that can do more than the caller. */
    static void checkReach(Caller caller, Collection<Role> roles) {
        for (Role role : roles) {
            if (!role.permissions().stream().allMatch(caller::may)) {
                throw new TelamonException(
                        ErrorCode.FORBIDDEN,
                        "User %s cannot give or take the role %s: it can do more than its own",
                        caller.user(),
                        role.key());
            }
        }
    }

    /** Refuses to act on a user who can do more than the caller, or works elsewhere too. */
    static void checkReach(Caller caller, User target) {
        if (!caller.seesAllTenants()
                && !Set.of(caller.tenant()).containsAll(target.roles().keySet())) {
            throw new TelamonException(
                    ErrorCode.FORBIDDEN,
                    "User %s has roles in other tenants too; take its roles in this one instead",
                    target.name());
        }
        target.roles().values().forEach(roles -> checkReach(caller, roles));
    }

    /**
     * Refuses to lose the last system_admin. The setting is written so that two who take each
     * other's role at the same time wait for one another.
     */
    static void keepOneSystemAdmin(UnitOfWork work, User before, User after) {
        if (!isSystemAdmin(before) || after != null && isSystemAdmin(after)) {
            return;
        }
        work.settings().put(ADMINS, before.name());
        boolean another =
                work.identities().users().stream()
                        .filter(user -> !user.id().equals(before.id()))
                        .anyMatch(Grants::isSystemAdmin);
        if (!another) {
            throw new TelamonException(
                    ErrorCode.WRONG_STATE,
                    "User %s is the last system_admin; give the role to somebody else first",
                    before.name());
        }
    }

    private static Set<Role> with(Set<Role> roles, Role more) {
        Set<Role> all = EnumSet.of(more);
        all.addAll(roles);
        return all;
    }
}
