/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import io.telamon.model.resource.ImageSpec;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimDriver;
import io.telamon.vim.spi.VimSession;
import io.telamon.vim.tck.NetworkFaultContract;
import io.telamon.vim.tck.Saboteur;
import io.telamon.vim.tck.VimUnderTest;
import java.time.Duration;
import java.util.Optional;

/** The part of the contract that needs no cloud: servers that behave badly. */
class NetworkContractTest implements NetworkFaultContract {
    private static final String SECRET = "open-sesame-4711";

    @Override
    public VimUnderTest vim() {
        return new Nowhere();
    }

    @Override
    public VimSession session() {
        throw new IllegalStateException("There is no cloud");
    }

    /** A plug-in without a cloud. */
    private static final class Nowhere implements VimUnderTest {
        @Override
        public VimDriver driver() {
            return new OpenStackDriver();
        }

        @Override
        public VimConnection connection() {
            throw new IllegalStateException("There is no cloud");
        }

        @Override
        public Optional<VimConnection> wrongCredentials() {
            return Optional.empty();
        }

        @Override
        public Optional<VimConnection> connectionTo(int port) {
            String address = "http://127.0.0.1:" + port;
            return Optional.of(Connections.to(address, SECRET, Duration.ofMillis(400)));
        }

        @Override
        public String bootImage() {
            return "none";
        }

        @Override
        public Optional<ImageSpec> uploadableImage() {
            return Optional.empty();
        }

        @Override
        public Optional<Saboteur> saboteur() {
            return Optional.empty();
        }

        @Override
        public int peek(String kind) {
            return 0;
        }

        @Override
        public void close() {
            // nothing to end
        }
    }
}
