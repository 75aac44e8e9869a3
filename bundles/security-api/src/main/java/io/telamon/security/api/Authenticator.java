/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.api;

import io.telamon.model.security.Caller;

/**
 * Turns credentials into a {@link Caller}. Slow by design (password hashing) but for a password
 * that fitted a few minutes ago; thread-safe.
 */
public interface Authenticator {
    /**
     * Signs in with a password.
     *
     * @param user sign-in name
     * @param password cleared by nobody; the caller owns it
     * @param tenant name of the tenant to work in, empty for the user's first one
     * @throws io.telamon.errors.TelamonException UNAUTHENTICATED, in the same words and about the
     *     same time for an unknown user, a wrong password and a locked user
     */
    Caller signIn(String user, char[] password, String tenant);

    /**
     * Checks an API token as handed out by the token facade.
     *
     * @throws io.telamon.errors.TelamonException UNAUTHENTICATED when unknown or expired
     */
    Caller checkToken(String token);

    /** The same user working in another of its tenants; FORBIDDEN when it has no role there. */
    Caller switchTenant(Caller caller, String tenant);
}
