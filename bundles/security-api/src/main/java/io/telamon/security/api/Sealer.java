/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.api;

/**
 * Seals secrets for storage with a data key under the node's master key (envelope encryption).
 * Sealed text says which key made it, so that keys can be rotated.
 */
public interface Sealer {
    /**
     * Seals a secret.
     *
     * @param secret the plain text
     * @param context what it belongs to, bound to the result: unsealing elsewhere fails
     */
    String seal(String secret, String context);

    /**
     * Opens a sealed secret.
     *
     * @throws io.telamon.errors.TelamonException INTERNAL when the text was changed or the key is
     *     another
     */
    String unseal(String sealed, String context);
}
