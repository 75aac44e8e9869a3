/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TenantId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.security.api.Authenticator;
import java.util.Set;

/** Knows Ada (admin of tenant {@code lab} and {@code field}) and Vic (viewer). */
final class FakeAuthenticator implements Authenticator {
    final TenantId tenant = new TenantId("lab");
    final TenantId other = new TenantId("field");

    @Override
    public Caller signIn(String user, char[] password, String wanted) {
        if (!"ada".equals(user) || !"se:cret".equals(String.valueOf(password))) {
            throw new TelamonException(ErrorCode.UNAUTHENTICATED, "Name or password is wrong");
        }
        return in(wanted.isEmpty() ? "lab" : wanted);
    }

    @Override
    public Caller checkToken(String token) {
        return switch (token) {
            case "ada-token" -> in("lab");
            case "vic-token" -> new Caller("vic", tenant, Set.of(Role.VIEWER));
            case "root-token" -> new Caller("root", tenant, Set.of(Role.SYSTEM_ADMIN));
            default -> throw new TelamonException(ErrorCode.UNAUTHENTICATED, "Unknown token");
        };
    }

    @Override
    public Caller switchTenant(Caller caller, String wanted) {
        return in(wanted);
    }

    private Caller in(String name) {
        return switch (name) {
            case "lab" -> new Caller("ada", tenant, Set.of(Role.PROJECT_ADMIN));
            case "field" -> new Caller("ada", other, Set.of(Role.PROJECT_ADMIN));
            default -> throw new TelamonException(ErrorCode.FORBIDDEN, "No role in %s", name);
        };
    }
}
