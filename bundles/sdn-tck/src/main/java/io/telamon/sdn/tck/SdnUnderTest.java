/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.tck;

import io.telamon.model.resource.Handle;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnDriver;
import java.util.List;
import java.util.Optional;

/**
 * What a plug-in supplies to be tested: a driver, a controller to try it on, and, as far as that
 * controller allows, ways to break it. Made anew for each test, with a controller without chains.
 */
public interface SdnUnderTest extends AutoCloseable {
    /** The driver. */
    SdnDriver driver();

    /**
     * A connection that works, with a deadline of at most 5 s and a secret of at least 8 characters
     * (its own, or the one of the VIM account it rides on).
     */
    SdnConnection connection();

    /** The same with a credential that the controller refuses; empty when it takes any. */
    Optional<SdnConnection> wrongCredentials();

    /** A connection to a port of this machine; empty when the plug-in does not use the network. */
    Optional<SdnConnection> connectionTo(int port);

    /** At least four ports that chains can pass. */
    List<String> ports();

    /** How many creates at once this controller answers within its deadline. */
    default int parallel() {
        return 8;
    }

    /** The port where the traffic of chains starts; empty when a controller needs none. */
    default String source() {
        return "";
    }

    /** Names of the rules that let traffic into a chain, asked past the plug-in. */
    List<String> peekClassifiers(Handle handle);

    /**
     * The ingress ports of a chain in order, asked past the plug-in; empty when it is not there.
     */
    List<String> peekPath(Handle handle);

    /** Number of chains that are really there. */
    int peekCount();

    /** Ways to make this controller misbehave; empty when it cannot be made to. */
    Optional<Saboteur> saboteur();

    @Override
    void close();

    /** Makes a controller misbehave. */
    interface Saboteur {
        /** The next create runs into the fault. */
        void nextCreate(Fault fault);

        /** The chain goes into an error state; what its fault shall say. */
        String spoil(Handle handle);

        /** The chain is gone, and nobody asked us. */
        void vanish(Handle handle);
    }

    /** Ways to misbehave for one call. */
    enum Fault {
        /** Answers 503; nothing was done. */
        UNAVAILABLE,
        /** Asks to slow down; nothing was done. */
        THROTTLED,
        /** Answers with at least 4 kB of something else than its API says. */
        GARBAGE,
        /** Never answers; nothing was done. */
        HANG,
        /** Does the work and cuts the connection. */
        LOST_ANSWER
    }
}
