/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.simkit.WorldProcess;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimDriver;
import io.telamon.vim.tck.Saboteur;
import io.telamon.vim.tck.VimDriverContract;
import io.telamon.vim.tck.VimUnderTest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The simulator passes the contract against a world in a process of its own. */
class ProcessContractTest extends VimDriverContract {
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
        return new InProcess(UUID.randomUUID().toString(), Map.of());
    }

    /** One world of the process. */
    static final class InProcess extends SimulatorUnderTest {
        private final String world;
        private final VimDriver driver = driverInMemory();

        InProcess(String world, Map<String, String> settings) {
            super(process.endpoint(world), settings);
            this.world = world;
        }

        @Override
        public VimDriver driver() {
            return driver;
        }

        @Override
        public Optional<VimConnection> connectionTo(int port) {
            String address = "http://127.0.0.1:" + port + "/w/any";
            return Optional.of(connection(address, SECRET, Duration.ofMillis(400)));
        }

        @Override
        public Optional<Saboteur> saboteur() {
            return Optional.of(
                    new ScriptedSaboteur(
                            world,
                            rule -> process.control().fault(rule),
                            (kind, id, words) -> process.control().spoil(world, kind, id, words),
                            (kind, id) -> process.control().vanish(world, kind, id)));
        }

        @Override
        public int peek(String kind) {
            return process.control().dump(world).at("/counts/" + kind).asInt();
        }

        @Override
        public void close() {
            process.control().clearFaults();
        }
    }
}
