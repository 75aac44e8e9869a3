/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.UserId;
import io.telamon.model.instance.Quota;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.model.security.User;
import io.telamon.testkit.FakeClock;
import io.telamon.testkit.memory.InMemoryStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The security bundle over an empty store, with cheap hashes and a clock that stands still. */
final class House {
    static final char[] ADMIN_PASSWORD = "correct horse".toCharArray();

    final InMemoryStore store = new InMemoryStore();
    final FakeClock clock = new FakeClock();
    final TokenCache cache = new TokenCache(clock);
    final Passwords passwords = new Passwords(4, Duration.ofSeconds(5));
    final SignIn signIn = new SignIn(store, cache, passwords, clock);
    final StoredUsers users = new StoredUsers(store, cache, passwords, clock);
    final StoredTenants tenants = new StoredTenants(store, cache, clock);
    final Caller admin;

    House(Path keys) {
        new FirstStart(store, passwords, keys, clock);
        users.resetPassword(
                Caller.system(new TenantId(FirstStart.TENANT)),
                new UserId(FirstStart.ADMIN),
                ADMIN_PASSWORD);
        admin = signIn.signIn("admin", ADMIN_PASSWORD, "");
    }

    TenantId tenant(String name) {
        return tenants.add(admin, name, "", Quota.unlimited()).tenant().id();
    }

    /** A new user with one role, signed in; the password is the name twice. */
    Caller user(String name, String tenant, Role role) {
        users.add(admin, name, password(name), tenant, Set.of(role));
        return signIn.signIn(name, password(name), tenant);
    }

    static char[] password(String name) {
        return (name + name + "!!!!!!!!").toCharArray();
    }

    User stored(String name) {
        return store.read(work -> work.identities().userByName(name)).orElseThrow();
    }

    UserId id(String name) {
        return stored(name).id();
    }

    static void refused(ErrorCode code, String part, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(TelamonException.class))
                .satisfies(
                        failure -> {
                            assertThat(failure.code()).isEqualTo(code);
                            assertThat(failure).hasMessageContaining(part);
                        });
    }
}
