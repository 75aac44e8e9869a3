/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.security;

import io.telamon.model.TenantId;
import io.telamon.model.TokenId;
import io.telamon.model.UserId;
import java.time.Instant;

/**
 * An API token: its public id and the hash of its secret.
 *
 * @param id public half
 * @param user owner
 * @param tenant tenant it works in
 * @param secretHash hash of the secret half
 * @param label what it is for
 * @param expires end of validity
 */
public record Token(
        TokenId id,
        UserId user,
        TenantId tenant,
        String secretHash,
        String label,
        Instant expires) {
    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "Token[" + id + " " + label + "]";
    }
}
