/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.UserId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.User;
import io.telamon.northbound.api.UserFacade;
import io.telamon.store.api.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a caller may know of: everything else is NOT_FOUND, as if it did not exist. */
final class Visible {
    private Visible() {}

    static List<Tenant> tenants(UnitOfWork work, Caller caller) {
        if (caller.seesAllTenants()) {
            return work.identities().tenants();
        }
        Optional<User> user = work.identities().userByName(caller.user());
        return work.identities().tenants().stream()
                .filter(
                        tenant ->
                                tenant.id().equals(caller.tenant())
                                        || user.filter(has -> has.roles().containsKey(tenant.id()))
                                                .isPresent())
                .toList();
    }

    static Tenant tenant(UnitOfWork work, Caller caller, String idOrName) {
        return tenants(work, caller).stream()
                .filter(
                        tenant ->
                                tenant.name().equals(idOrName)
                                        || tenant.id().value().equals(idOrName))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.NOT_FOUND, "There is no tenant %s", idOrName));
    }

    /** A tenant in which the caller may change who has which role. */
    static Tenant managedTenant(UnitOfWork work, Caller caller, String idOrName) {
        Tenant tenant = tenant(work, caller, idOrName);
        if (!caller.seesAllTenants() && !tenant.id().equals(caller.tenant())) {
            throw new TelamonException(
                    ErrorCode.FORBIDDEN,
                    "User %s works in another tenant; switch to %s first",
                    caller.user(),
                    tenant.name());
        }
        return tenant;
    }

    static List<User> users(UnitOfWork work, Caller caller) {
        return work.identities().users().stream().filter(user -> sees(caller, user)).toList();
    }

    static User user(UnitOfWork work, Caller caller, String idOrName) {
        return work.identities()
                .userByName(idOrName)
                .or(() -> byId(work, idOrName))
                .filter(user -> sees(caller, user))
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.NOT_FOUND, "There is no user %s", idOrName));
    }

    /** Without secrets, and without tenants the caller has nothing to do with. */
    static UserFacade.UserView view(UnitOfWork work, Caller caller, User user, Instant now) {
        Map<String, Set<Role>> roles = new TreeMap<>();
        user.roles().entrySet().stream()
                .filter(entry -> caller.seesAllTenants() || entry.getKey().equals(caller.tenant()))
                .forEach(entry -> roles.put(nameOf(work, entry.getKey()), entry.getValue()));
        return new UserFacade.UserView(user.id(), user.name(), roles, Lockout.isLocked(user, now));
    }

    static String nameOf(UnitOfWork work, TenantId id) {
        return work.identities().tenant(id).map(Tenant::name).orElse(id.value());
    }

    private static Optional<User> byId(UnitOfWork work, String id) {
        boolean possible = !id.isBlank() && id.length() <= 64;
        return possible ? work.identities().user(new UserId(id)) : Optional.empty();
    }

    private static boolean sees(Caller caller, User user) {
        return caller.seesAllTenants() || user.roles().containsKey(caller.tenant());
    }
}
