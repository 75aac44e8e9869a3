/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.security.api.Authenticator;
import io.telamon.security.api.TenantPrincipal;
import java.security.AccessController;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.shell.api.console.Session;

/** Makes a caller of the subject that signed in. */
public final class Callers {
    /** Session variable that {@code tenant:use} sets. */
    public static final String TENANT = "TELAMON_TENANT";

    private static final TenantId FIRST_TENANT = new TenantId("default");

    private Callers() {}

    /** Who types, working in {@code tenant}, or in the session's tenant when that is empty. */
    public static Caller of(Session session, String tenant, Doors doors) {
        Caller caller = of(current());
        Object used = session.get(TENANT);
        String wanted = tenant.isEmpty() && used != null ? used.toString() : tenant;
        return wanted.isEmpty()
                ? caller
                : doors.call(Authenticator.class, door -> door.switchTenant(caller, wanted));
    }

    /**
     * The caller behind a subject. The local console has no login of ours: its subject has Karaf's
     * own role {@code admin} and no tenant, and works as system_admin.
     */
    static Caller of(Subject subject) {
        Set<String> roles = subject == null ? Set.of() : names(subject, RolePrincipal.class);
        Optional<TenantId> tenant =
                subject == null
                        ? Optional.empty()
                        : subject.getPrincipals(TenantPrincipal.class).stream()
                                .map(TenantPrincipal::tenant)
                                .findFirst();
        boolean localConsole = tenant.isEmpty() && roles.contains("admin");
        if (tenant.isEmpty() && !localConsole) {
            throw new TelamonException(ErrorCode.UNAUTHENTICATED, "Nobody is signed in here");
        }
        String user =
                names(subject, UserPrincipal.class).stream().sorted().findFirst().orElse("karaf");
        return localConsole
                ? new Caller(user, FIRST_TENANT, Set.of(Role.SYSTEM_ADMIN))
                : new Caller(
                        user,
                        tenant.get(),
                        roles.stream()
                                .flatMap(role -> Role.ofKey(role).stream())
                                .collect(Collectors.toSet()));
    }

    // the only way to the subject that Karaf's doAs established; Java 17 has no other
    @SuppressWarnings("removal")
    private static Subject current() {
        return Subject.getSubject(AccessController.getContext());
    }

    private static <P extends Principal> Set<String> names(Subject subject, Class<P> kind) {
        return subject.getPrincipals(kind).stream()
                .map(Principal::getName)
                .collect(Collectors.toSet());
    }
}
