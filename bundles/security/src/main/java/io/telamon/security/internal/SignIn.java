/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.model.security.Tenant;
import io.telamon.model.security.Token;
import io.telamon.model.security.User;
import io.telamon.security.api.Authenticator;
import io.telamon.security.api.Sealer;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Checks passwords and tokens against the store. Unknown, wrong and locked are answered in the same
 * words after the same work.
 */
@Component(service = Authenticator.class)
public final class SignIn implements Authenticator {
    private final Store store;
    private final TokenCache cache;
    private final Passwords passwords;
    private final KnownPasswords known;
    private final Lockout lockout;
    private final Clock clock;

    /**
     * Signs users of {@code store} in.
     *
     * @param sealer not used: no sign-in on a node with a foreign master key
     * @param firstStart not used: no sign-in before there is somebody to sign in
     */
    @Activate
    public SignIn(
            @Reference Store store,
            @Reference TokenCache cache,
            @Reference Sealer sealer,
            @Reference FirstStart firstStart) {
        this(store, cache, Passwords.standard(), Clock.systemUTC());
    }

    SignIn(Store store, TokenCache cache, Passwords passwords, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.passwords = passwords;
        this.known = new KnownPasswords(clock);
        this.lockout = new Lockout(store, clock);
        this.clock = clock;
    }

    @Override
    public Caller signIn(String user, char[] password, String tenant) {
        Optional<User> found =
                store.read(work -> work.identities().userByName(user == null ? "" : user));
        boolean fits = fits(found, password);
        if (found.isEmpty() || lockout.isLocked(found.get())) {
            throw refused();
        }
        if (!fits) {
            lockout.failed(found.get().id());
            throw refused();
        }
        lockout.succeeded(found.get());
        return store.read(work -> callerIn(work, found.get(), tenant == null ? "" : tenant));
    }

    /** While somebody guesses nothing is known, so that right and wrong take the same work. */
    private boolean fits(Optional<User> found, char[] password) {
        boolean calm = found.isPresent() && found.get().lock().failures() == 0;
        if (calm && known.knows(password, found.get().passwordHash())) {
            return true;
        }
        String hash = found.map(User::passwordHash).orElse(null);
        boolean fits = passwords.fits(password, hash);
        if (fits) {
            known.remember(password, hash);
        }
        return fits;
    }

    @Override
    public Caller checkToken(String token) {
        TokenText text = TokenText.parse(token).orElseThrow(SignIn::badToken);
        String key = TokenText.sha256(token);
        Optional<Caller> known = cache.get(key);
        if (known.isPresent()) {
            return known.get();
        }
        long generation = cache.generation();
        return store.read(
                work -> {
                    Token stored = good(work, text);
                    Caller caller = owner(work, stored);
                    cache.put(key, caller, stored.expires(), generation);
                    return caller;
                });
    }

    @Override
    public Caller switchTenant(Caller caller, String tenant) {
        return store.read(
                work -> {
                    Optional<User> user = work.identities().userByName(caller.user());
                    if (user.isPresent()) {
                        return callerIn(work, user.get(), tenant);
                    }
                    // the local console and Telamon itself have rights without a stored user
                    return work.identities()
                            .tenantByName(tenant)
                            .filter(found -> caller.seesAllTenants())
                            .map(found -> new Caller(caller.user(), found.id(), caller.roles()))
                            .orElseThrow(() -> noRole(caller.user(), tenant));
                });
    }

    private Token good(UnitOfWork work, TokenText text) {
        return work.identities()
                .token(text.id())
                .filter(token -> text.fits(token.secretHash()))
                .filter(token -> clock.instant().isBefore(token.expires()))
                .orElseThrow(SignIn::badToken);
    }

    /** A token lives as long as its owner has a role in its tenant. */
    private static Caller owner(UnitOfWork work, Token token) {
        User user = work.identities().user(token.user()).orElseThrow(SignIn::badToken);
        Set<Role> roles = Grants.rolesIn(user, token.tenant());
        if (roles.isEmpty() || work.identities().tenant(token.tenant()).isEmpty()) {
            throw badToken();
        }
        return new Caller(user.name(), token.tenant(), roles);
    }

    private static Caller callerIn(UnitOfWork work, User user, String tenant) {
        TenantId id =
                Grants.tenantsOf(work, user).stream()
                        .filter(found -> tenant.isEmpty() || found.name().equals(tenant))
                        // one's own tenant comes before those that only an operator sees
                        .min(Comparator.comparing(found -> !user.roles().containsKey(found.id())))
                        .map(Tenant::id)
                        .orElseThrow(() -> noRole(user.name(), tenant));
        return new Caller(user.name(), id, Grants.rolesIn(user, id));
    }

    private static TelamonException refused() {
        return new TelamonException(
                ErrorCode.UNAUTHENTICATED,
                "Sign-in refused: unknown user, wrong password, or locked for a while after too"
                        + " many failures");
    }

    private static TelamonException badToken() {
        return new TelamonException(
                ErrorCode.UNAUTHENTICATED, "The token is unknown, expired or was revoked");
    }

    private static TelamonException noRole(String user, String tenant) {
        return tenant.isEmpty()
                ? new TelamonException(
                        ErrorCode.FORBIDDEN, "User %s has no role in any tenant yet", user)
                : new TelamonException(
                        ErrorCode.FORBIDDEN, "User %s has no role in tenant %s", user, tenant);
    }
}
