/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import io.telamon.model.resource.Handle;
import io.telamon.model.resource.RequestToken;
import java.util.Optional;

/**
 * The id of a port chain and the token that marks its parts: after the chain is gone, the token
 * still finds the parts that a broken off deletion left.
 *
 * @param chain id of the port chain
 * @param token token of the parts; null for a chain that is none of ours
 */
record ChainHandle(String chain, RequestToken token) {
    static ChainHandle of(Handle handle) {
        String[] parts = handle.value().split("/", 2);
        return new ChainHandle(parts[0], parts.length < 2 ? null : new RequestToken(parts[1]));
    }

    Optional<RequestToken> mark() {
        return Optional.ofNullable(token);
    }

    @Override
    public String toString() {
        return token == null ? chain : chain + "/" + token;
    }
}
