/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.http;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.security.Caller;
import io.telamon.northbound.rest.internal.Facades;
import io.telamon.security.api.Authenticator;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * Finds out who calls: {@code Authorization: Bearer <token>} or {@code Basic <name:password>}, and
 * for another tenant than the token's or the user's first one the header {@code Tenant}.
 */
public final class SignIn {
    /** Header that chooses the tenant. */
    public static final String TENANT = "Tenant";

    private final Facades facades;

    /** Asks the security service per request. */
    public SignIn(Facades facades) {
        this.facades = facades;
    }

    /**
     * The caller of a request.
     *
     * @param authorization header or null
     * @param tenantHeader header or null
     */
    public Caller caller(String authorization, String tenantHeader) {
        String header = authorization == null ? "" : authorization.strip();
        String tenant = tenantHeader == null ? "" : tenantHeader.strip();
        int blank = header.indexOf(' ');
        String scheme = blank < 0 ? "" : header.substring(0, blank).toLowerCase(Locale.ROOT);
        String rest = header.substring(blank + 1).strip();
        return switch (scheme) {
            case "bearer" -> token(rest, tenant);
            case "basic" -> password(rest, tenant);
            default -> throw refused("Sign in with a Bearer token or Basic credentials");
        };
    }

    private Caller token(String token, String tenant) {
        Authenticator authenticator = facades.get(Authenticator.class);
        Caller caller = authenticator.checkToken(token);
        return tenant.isEmpty() ? caller : authenticator.switchTenant(caller, tenant);
    }

    private Caller password(String encoded, String tenant) {
        byte[] plain = decode(encoded);
        int colon = 0;
        while (colon < plain.length && plain[colon] != ':') {
            colon++;
        }
        if (colon == plain.length) {
            throw refused("Basic credentials are name:password in Base64");
        }
        String user = new String(plain, 0, colon, StandardCharsets.UTF_8);
        char[] password =
                new String(plain, colon + 1, plain.length - colon - 1, StandardCharsets.UTF_8)
                        .toCharArray();
        try {
            return facades.get(Authenticator.class).signIn(user, password, tenant);
        } finally {
            Arrays.fill(password, ' ');
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static byte[] decode(String encoded) {
        try {
            return Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException broken) {
            throw refused("Basic credentials are name:password in Base64");
        }
    }

    private static TelamonException refused(String why) {
        return new TelamonException(ErrorCode.UNAUTHENTICATED, why);
    }
}
