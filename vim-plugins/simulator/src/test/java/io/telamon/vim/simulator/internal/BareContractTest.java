/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.simkit.WorldProcess;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimDriver;
import io.telamon.vim.tck.Saboteur;
import io.telamon.vim.tck.VimDriverContract;
import io.telamon.vim.tck.VimUnderTest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An account that offers no optional ability refuses each of them properly. */
class BareContractTest extends VimDriverContract {
    private static WorldProcess process;

    @BeforeAll
    static void startWorld() throws IOException {
        process =
                WorldProcess.fromClassPath(
                        Main.class.getName(), "--settings", SimulatorUnderTest.SETTINGS);
    }

    @AfterAll
    static void killWorld() {
        process.kill();
    }

    @Override
    protected VimUnderTest start() {
        return new Bare(UUID.randomUUID().toString());
    }

    /** A world seen through an account without abilities, which cannot be made to fail. */
    private static final class Bare extends SimulatorUnderTest {
        private final String world;
        private final VimDriver driver = driverInMemory();

        Bare(String world) {
            super(process.endpoint(world), Map.of("abilities", "none"));
            this.world = world;
        }

        @Override
        public VimDriver driver() {
            return driver;
        }

        @Override
        public Optional<VimConnection> connectionTo(int port) {
            return Optional.empty();
        }

        @Override
        public Optional<Saboteur> saboteur() {
            return Optional.empty();
        }

        @Override
        public int peek(String kind) {
            return process.control().dump(world).at("/counts/" + kind).asInt();
        }

        @Override
        public void close() {
            // the process ends with the class
        }
    }
}
