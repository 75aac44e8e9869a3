/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.jaas.internal;

import io.telamon.errors.TelamonException;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.security.api.Authenticator;
import io.telamon.security.api.TenantPrincipal;
import java.io.IOException;
import java.security.Principal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import javax.security.auth.spi.LoginModule;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;

/**
 * Signs a user in and leaves its name, roles and tenant in the subject. The name may carry the
 * tenant: {@code user%tenant}. One object serves one login and is not thread-safe.
 */
public final class TelamonLoginModule implements LoginModule {
    static final String LOOKUP = "io.telamon.jaas.lookup";
    private static final char TENANT_MARK = '%';

    private final Set<Principal> principals = new HashSet<>();
    private Subject subject;
    private CallbackHandler handler;
    private Function<Function<Authenticator, Caller>, Caller> lookup;

    /** Made by JAAS, one for each login. */
    public TelamonLoginModule() {
        // everything comes with initialize
    }

    @Override
    @SuppressWarnings("unchecked") // JAAS options are untyped; TelamonRealm puts this one there
    public void initialize(
            Subject target,
            CallbackHandler callbacks,
            Map<String, ?> sharedState,
            Map<String, ?> options) {
        this.subject = target;
        this.handler = callbacks;
        this.lookup = (Function<Function<Authenticator, Caller>, Caller>) options.get(LOOKUP);
    }

    @Override
    public boolean login() throws LoginException {
        NameCallback name = new NameCallback("User: ");
        PasswordCallback password = new PasswordCallback("Password: ", false);
        ask(name, password);
        char[] given = password.getPassword() == null ? new char[0] : password.getPassword();
        try {
            remember(signIn(name.getName() == null ? "" : name.getName(), given));
        } finally {
            Arrays.fill(given, ' ');
            password.clearPassword();
        }
        return true;
    }

    @Override
    public boolean commit() {
        subject.getPrincipals().addAll(principals);
        return !principals.isEmpty();
    }

    @Override
    public boolean abort() {
        principals.clear();
        return true;
    }

    @Override
    public boolean logout() {
        subject.getPrincipals().removeAll(principals);
        principals.clear();
        return true;
    }

    private void ask(Callback... callbacks) throws LoginException {
        try {
            handler.handle(callbacks);
        } catch (IOException | UnsupportedCallbackException failed) {
            throw failure("This way of signing in brings no name and password", failed);
        }
    }

    private Caller signIn(String name, char[] password) throws LoginException {
        int mark = name.lastIndexOf(TENANT_MARK);
        String user = mark < 0 ? name : name.substring(0, mark);
        String tenant = mark < 0 ? "" : name.substring(mark + 1);
        try {
            return lookup.apply(service -> service.signIn(user, password, tenant));
        } catch (TelamonException refused) {
            throw failure(refused.getMessage(), refused);
        }
    }

    private void remember(Caller caller) {
        principals.add(new UserPrincipal(caller.user()));
        principals.add(new TenantPrincipal(caller.tenant()));
        caller.roles().stream().map(Role::key).map(RolePrincipal::new).forEach(principals::add);
    }

    private static LoginException failure(String message, Exception cause) {
        LoginException failure = new FailedLoginException(message);
        failure.initCause(cause);
        return failure;
    }
}
