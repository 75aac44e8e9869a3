/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.jaas.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.security.api.Authenticator;
import io.telamon.security.api.TenantPrincipal;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.LoginException;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.junit.jupiter.api.Test;

class TelamonLoginModuleTest {
    private final Subject subject = new Subject();
    private final FakeAuthenticator authenticator = new FakeAuthenticator();

    @Test
    void leavesUserRolesAndTenantInTheSubject() throws LoginException {
        TelamonLoginModule module = module("ada", "secret");

        module.login();
        module.commit();

        assertThat(subject.getPrincipals())
                .containsExactlyInAnyOrder(
                        new UserPrincipal("ada"),
                        new TenantPrincipal(new TenantId("default")),
                        new RolePrincipal("project_admin"),
                        new RolePrincipal("viewer"));
    }

    @Test
    void nameMayCarryTheTenant() throws LoginException {
        TelamonLoginModule module = module("ada%blue", "secret");

        module.login();
        module.commit();

        assertThat(subject.getPrincipals(TenantPrincipal.class))
                .extracting(Principal::getName)
                .containsExactly("blue");
    }

    @Test
    void logoutTakesOnlyItsOwnPrincipals() throws LoginException {
        Principal foreign = new UserPrincipal("somebody");
        subject.getPrincipals().add(foreign);
        TelamonLoginModule module = module("ada", "secret");
        module.login();
        module.commit();

        module.logout();

        assertThat(subject.getPrincipals()).containsExactly(foreign);
    }

    @Test
    void refusalLeavesNothingAndKeepsTheWords() {
        TelamonLoginModule module = module("ada", "wrong");

        assertThatThrownBy(module::login)
                .isInstanceOf(LoginException.class)
                .hasMessage("Sign-in refused");
        assertThat(module.commit()).isFalse();
        assertThat(subject.getPrincipals()).isEmpty();
    }

    @Test
    void abortForgetsWhoSignedIn() throws LoginException {
        TelamonLoginModule module = module("ada", "secret");
        module.login();

        module.abort();

        assertThat(module.commit()).isFalse();
    }

    @Test
    void absentSecurityServiceSaysTryAgain() {
        TelamonLoginModule module =
                module(
                        new Answers("ada", "secret"),
                        call -> {
                            throw new TelamonException(
                                    ErrorCode.UNAVAILABLE, "Sign-in is starting; try again");
                        });

        assertThatThrownBy(module::login)
                .isInstanceOf(LoginException.class)
                .hasMessageContaining("starting; try again");
    }

    @Test
    void anotherKindOfCredentialIsRefusedClearly() {
        CallbackHandler keysOnly =
                callbacks -> {
                    throw new UnsupportedCallbackException(callbacks[0]);
                };

        assertThatThrownBy(() -> module(keysOnly, call -> call.apply(authenticator)).login())
                .isInstanceOf(LoginException.class)
                .hasMessageContaining("no name and password");
    }

    private TelamonLoginModule module(String user, String password) {
        return module(new Answers(user, password), call -> call.apply(authenticator));
    }

    private TelamonLoginModule module(
            CallbackHandler handler, Function<Function<Authenticator, Caller>, Caller> lookup) {
        TelamonLoginModule module = new TelamonLoginModule();
        module.initialize(subject, handler, Map.of(), Map.of(TelamonLoginModule.LOOKUP, lookup));
        return module;
    }

    /** Types a name and a password. */
    private record Answers(String user, String password) implements CallbackHandler {
        @Override
        public void handle(Callback[] callbacks) {
            for (Callback callback : callbacks) {
                if (callback instanceof NameCallback name) {
                    name.setName(user);
                } else if (callback instanceof PasswordCallback secret) {
                    secret.setPassword(password.toCharArray());
                }
            }
        }
    }

    /** Knows one password. */
    private static final class FakeAuthenticator implements Authenticator {
        @Override
        public Caller signIn(String user, char[] password, String tenant) {
            if (!"secret".equals(new String(password))) {
                throw new TelamonException(ErrorCode.UNAUTHENTICATED, "Sign-in refused");
            }
            return new Caller(
                    user,
                    new TenantId(tenant.isEmpty() ? "default" : tenant),
                    Set.of(Role.PROJECT_ADMIN, Role.VIEWER));
        }

        @Override
        public Caller checkToken(String token) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Caller switchTenant(Caller caller, String tenant) {
            throw new UnsupportedOperationException();
        }
    }
}
