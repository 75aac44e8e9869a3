/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.spi;

import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One controller in use. Thread-safe; calls block and keep their deadline; nothing is repeated by
 * the plug-in. All errors are {@code TelamonException} with a VIM_ code.
 */
public interface SdnSession extends AutoCloseable {
    /** One cheap remote call; the reason why it failed, or empty when the controller works. */
    Optional<String> probe();

    /** How a chain is found again, and the settle time. */
    Identity identity();

    /** Makes a chain and marks it with the token; answers the present one when it is there. */
    ChainObservation create(ChainSpec chain, RequestToken token);

    /** Did the create with this token arrive? */
    Optional<ChainObservation> find(RequestToken token);

    /** The chain as it is now; state MISSING when the controller does not know it. */
    ChainObservation observe(Handle handle);

    /** All chains that carry a token of ours. */
    Stream<ChainObservation> list();

    /** Changes path or classifiers in place. */
    ChainObservation update(Handle handle, ChainSpec to);

    /** Removes the chain; removing what is gone succeeds. */
    void delete(Handle handle);

    /** Leaves no thread, socket or timer behind. */
    @Override
    void close();
}
