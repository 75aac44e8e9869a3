/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.http;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.security.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** Puts the {@link Caller} on each request, before anything is said about what exists. */
@PreMatching
public final class CallerFilter implements ContainerRequestFilter {
    private final SignIn signIn;

    /** Asks {@code signIn} per request. */
    public CallerFilter(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null && isOpen(request.getMethod(), path)) {
            return;
        }
        Caller caller = signIn.caller(authorization, request.getHeaderString(SignIn.TENANT));
        request.setSecurityContext(new Known(caller));
    }

    /** Who calls; UNAUTHENTICATED on an open path without credentials. */
    public static Caller of(SecurityContext who) {
        if (who != null && who.getUserPrincipal() instanceof Signed signed) {
            return signed.caller();
        }
        throw new TelamonException(
                ErrorCode.UNAUTHENTICATED, "Sign in with a Bearer token or Basic credentials");
    }

    private static boolean isOpen(String method, String path) {
        return path.endsWith("api_versions")
                || "POST".equals(method) && path.replaceAll("^/+", "").equals("api/v1/tokens");
    }

    /**
     * A caller as JAX-RS carries it.
     *
     * @param caller who calls
     */
    private record Signed(Caller caller) implements Principal {
        @Override
        public String getName() {
            return caller.user();
        }
    }

    /** The security context of a known caller; rights are checked by the facades. */
    private static final class Known implements SecurityContext {
        private final Signed signed;

        Known(Caller caller) {
            this.signed = new Signed(caller);
        }

        @Override
        public Principal getUserPrincipal() {
            return signed;
        }

        @Override
        public boolean isUserInRole(String role) {
            return signed.caller().roles().stream().anyMatch(held -> held.key().equals(role));
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "telamon";
        }
    }
}
