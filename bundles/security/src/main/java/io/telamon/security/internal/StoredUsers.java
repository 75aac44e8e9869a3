/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.TokenId;
import io.telamon.model.UserId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.User;
import io.telamon.northbound.api.UserFacade;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Users over the store. Nobody gives or takes more than it has; every change empties the token
 * cache, so that it counts at once.
 */
@Component(service = UserFacade.class)
public final class StoredUsers implements UserFacade {
    private final Store store;
    private final TokenCache cache;
    private final Passwords passwords;
    private final OwnTokens tokens;
    private final Clock clock;

    /** Works on {@code store}. */
    @Activate
    public StoredUsers(@Reference Store store, @Reference TokenCache cache) {
        this(store, cache, Passwords.standard(), Clock.systemUTC());
    }

    StoredUsers(Store store, TokenCache cache, Passwords passwords, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.passwords = passwords;
        this.clock = clock;
        this.tokens = new OwnTokens(clock);
    }

    @Override
    public List<UserView> list(Caller caller) {
        caller.require("user:read");
        return store.read(
                work ->
                        Visible.users(work, caller).stream()
                                .map(user -> view(work, caller, user))
                                .toList());
    }

    @Override
    public UserView find(Caller caller, String idOrName) {
        caller.require("user:read");
        return store.read(work -> view(work, caller, Visible.user(work, caller, idOrName)));
    }

    @Override
    public UserView add(
            Caller caller, String name, char[] password, String tenant, Set<Role> roles) {
        caller.require("user:write");
        Names.check("user", name);
        passwords.checkRules(password);
        if (roles.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "User %s needs at least one role: %s",
                    name,
                    EnumSet.allOf(Role.class).stream().map(Role::key).toList());
        }
        Grants.checkReach(caller, roles);
        String hash = passwords.hash(password);
        return change(
                work -> {
                    TenantId id = Visible.managedTenant(work, caller, tenant).id();
                    Names.free("User", name, work.identities().userByName(name).isPresent());
                    User fresh =
                            new User(
                                    UserId.create(),
                                    name,
                                    hash,
                                    Map.of(id, Set.copyOf(roles)),
                                    User.Lock.open(),
                                    0);
                    User saved = work.identities().save(fresh);
                    facts(work, caller)
                            .user(
                                    id,
                                    saved,
                                    "UserAdded",
                                    Map.of("name", name, "roles", keys(roles)));
                    return view(work, caller, saved);
                });
    }

    @Override
    public UserView assign(Caller caller, UserId id, String tenant, Set<Role> roles) {
        caller.require("user:write");
        return change(
                work -> {
                    User old = Visible.user(work, caller, id.value());
                    Tenant where = Visible.managedTenant(work, caller, tenant);
                    Grants.checkReach(caller, difference(old.roles().get(where.id()), roles));
                    Map<TenantId, Set<Role>> next = new HashMap<>(old.roles());
                    next.put(where.id(), Set.copyOf(roles));
                    next.values().removeIf(Set::isEmpty);
                    User wanted =
                            new User(
                                    old.id(),
                                    old.name(),
                                    old.passwordHash(),
                                    next,
                                    old.lock(),
                                    old.version());
                    Grants.keepOneSystemAdmin(work, old, wanted);
                    User saved = work.identities().save(wanted);
                    facts(work, caller)
                            .user(
                                    where.id(),
                                    saved,
                                    "UserRolesChanged",
                                    Map.of("name", old.name(), "roles", keys(roles)));
                    return view(work, caller, saved);
                });
    }

    @Override
    public void delete(Caller caller, UserId id) {
        caller.require("user:write");
        change(
                work -> {
                    User old = Visible.user(work, caller, id.value());
                    Grants.checkReach(caller, old);
                    Grants.keepOneSystemAdmin(work, old, null);
                    work.identities().removeUser(id);
                    User gone =
                            new User(
                                    id,
                                    old.name(),
                                    "",
                                    Map.of(),
                                    User.Lock.open(),
                                    old.version() + 1);
                    facts(work, caller)
                            .user(
                                    Lockout.homeOf(old),
                                    gone,
                                    "UserDeleted",
                                    Map.of("name", old.name()));
                    return null;
                });
    }

    @Override
    public void changePassword(Caller caller, char[] old, char[] next) {
        passwords.checkRules(next);
        User user = store.read(work -> OwnTokens.self(work, caller));
        Lockout lockout = new Lockout(store, clock);
        boolean fits = passwords.fits(old, user.passwordHash());
        if (lockout.isLocked(user)) {
            throw wrongOld(user);
        }
        if (!fits) {
            lockout.failed(user.id());
            throw wrongOld(user);
        }
        savePassword(caller, work -> OwnTokens.self(work, caller), next);
    }

    @Override
    public void resetPassword(Caller caller, UserId id, char[] next) {
        caller.require("user:write");
        passwords.checkRules(next);
        Function<UnitOfWork, User> target =
                work -> {
                    User user = Visible.user(work, caller, id.value());
                    Grants.checkReach(caller, user);
                    return user;
                };
        store.read(target); // refuse before the slow part
        savePassword(caller, target, next);
    }

    @Override
    public NewToken createToken(Caller caller, String label, Duration validity) {
        return change(work -> tokens.create(work, caller, label, validity));
    }

    @Override
    public List<TokenView> tokens(Caller caller) {
        return store.read(work -> tokens.list(work, caller));
    }

    @Override
    public void revokeToken(Caller caller, TokenId id) {
        change(
                work -> {
                    tokens.revoke(work, caller, id);
                    return null;
                });
    }

    @Override
    public Me me(Caller caller) {
        return store.read(
                work ->
                        new Me(
                                caller.user(),
                                Visible.nameOf(work, caller.tenant()),
                                Visible.tenants(work, caller).stream().map(Tenant::name).toList(),
                                caller.roles().stream()
                                        .flatMap(role -> role.permissions().stream())
                                        .map(Object::toString)
                                        .collect(Collectors.toSet())));
    }

    private void savePassword(Caller caller, Function<UnitOfWork, User> target, char[] next) {
        String hash = passwords.hash(next);
        change(
                work -> {
                    User old = target.apply(work);
                    User saved =
                            work.identities()
                                    .save(
                                            new User(
                                                    old.id(),
                                                    old.name(),
                                                    hash,
                                                    old.roles(),
                                                    User.Lock.open(),
                                                    old.version()));
                    facts(work, caller)
                            .user(
                                    Lockout.homeOf(old),
                                    saved,
                                    "UserPasswordChanged",
                                    Map.of("name", old.name()));
                    return null;
                });
    }

    private <T> T change(Function<UnitOfWork, T> work) {
        T result = store.write(work);
        cache.clear();
        return result;
    }

    private UserView view(UnitOfWork work, Caller caller, User user) {
        return Visible.view(work, caller, user, clock.instant());
    }

    private Facts facts(UnitOfWork work, Caller caller) {
        return new Facts(work, clock, caller.user());
    }

    private static Set<Role> difference(Set<Role> before, Set<Role> after) {
        Set<Role> old = Optional.ofNullable(before).orElse(Set.of());
        return EnumSet.allOf(Role.class).stream()
                .filter(role -> old.contains(role) != after.contains(role))
                .collect(Collectors.toSet());
    }

    private static String keys(Set<Role> roles) {
        return roles.stream().map(Role::key).sorted().collect(Collectors.joining(","));
    }

    private static TelamonException wrongOld(User user) {
        return new TelamonException(
                ErrorCode.FORBIDDEN,
                "The old password of %s is wrong, or the user is locked for a while",
                user.name());
    }
}
