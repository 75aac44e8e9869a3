/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import io.telamon.model.resource.ImageSpec;
import io.telamon.model.resource.StackSpec;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimDriver;
import java.time.Duration;
import java.util.Optional;

/**
 * What a plug-in supplies to be tested: a driver, a cloud to try it on, and, as far as that cloud
 * allows, ways to break it. Made anew for each test, with a cloud that is empty of our things.
 */
public interface VimUnderTest extends AutoCloseable {
    /** The driver. */
    VimDriver driver();

    /**
     * A connection that works, with a secret of at least 8 characters and a deadline of at most 5
     * s.
     */
    VimConnection connection();

    /** The same with a credential that the cloud refuses; empty when it takes any. */
    Optional<VimConnection> wrongCredentials();

    /**
     * A connection to a server on this machine, for instance one of the kit that never answers;
     * empty when the plug-in does not use the network. Its deadline is at most 2 s.
     *
     * @param port where the server listens
     */
    Optional<VimConnection> connectionTo(int port);

    /** Id of an image that servers can boot from. */
    String bootImage();

    /** A physical network of the cloud, on which VLAN 107 is free. */
    default String physicalNetwork() {
        return "physnet1";
    }

    /** An image that can be uploaded, with content the connection's artifacts can open. */
    Optional<ImageSpec> uploadableImage();

    /**
     * A template with at least one server and an output, which the connection's artifacts can open;
     * empty when the plug-in has no stacks. Its name is taken by the kit.
     */
    default Optional<StackSpec> stack() {
        return Optional.empty();
    }

    /** Ways to make this cloud misbehave; empty for a cloud that cannot be made to. */
    Optional<Saboteur> saboteur();

    /**
     * Time between two looks at a thing that is changing; longer for a cloud that takes seconds.
     */
    default Duration pause() {
        return Duration.ofMillis(5);
    }

    /** Number of things of ours that the cloud really holds, asked past the plug-in. */
    int peek(String kind);

    @Override
    void close();
}
