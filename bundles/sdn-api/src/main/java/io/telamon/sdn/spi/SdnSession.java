/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.spi;

import io.telamon.model.account.CheckStep;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RequestToken;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One controller in use. Thread-safe; calls block and keep their deadline; nothing is repeated by
 * the plug-in. All errors are {@code TelamonException} with a VIM_ code.
 */
public interface SdnSession extends AutoCloseable {
    /**
     * One cheap remote call; the reason why it failed, or empty when the controller works. Never
     * throws.
     */
    Optional<String> probe();

    /**
     * Tests the connection step by step, for a person who sets it up: each part of the controller
     * that the plug-in needs or could use, in the order in which they build on each other. Never
     * throws; a constant number of calls, each within the deadline.
     *
     * @param seen hears of each step in turn, on the calling thread
     */
    default void check(Consumer<CheckStep> seen) {
        long start = System.nanoTime();
        Optional<String> reason = probe();
        seen.accept(
                new CheckStep(
                        "connection",
                        reason.isEmpty() ? CheckStep.Outcome.OK : CheckStep.Outcome.FAILED,
                        reason.orElse("The controller answers and accepts the credential"),
                        Duration.ofNanos(System.nanoTime() - start)));
    }

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
