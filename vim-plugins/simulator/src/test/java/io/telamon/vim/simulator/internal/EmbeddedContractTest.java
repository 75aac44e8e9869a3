/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.simkit.Cloud;
import io.telamon.simkit.EmbeddedClouds;
import io.telamon.simkit.Json;
import io.telamon.vim.spi.VimConnection;
import io.telamon.vim.spi.VimDriver;
import io.telamon.vim.tck.Saboteur;
import io.telamon.vim.tck.VimDriverContract;
import io.telamon.vim.tck.VimUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The simulator passes the contract with its world inside this JVM. */
class EmbeddedContractTest extends VimDriverContract {
    private static final String WORLD = "tck";

    @TempDir Path folder;

    @Override
    protected VimUnderTest start() throws IOException {
        return new Embedded(new EmbeddedClouds(Optional.of(folder), SimulatorDriver::world));
    }

    /** A world in this JVM, kept in a file. */
    private static final class Embedded extends SimulatorUnderTest {
        private final SimulatorDriver driver;
        private final Cloud cloud;

        Embedded(EmbeddedClouds clouds) throws IOException {
            super("embedded:" + WORLD, Map.of());
            driver = new SimulatorDriver(SimulatorDriver.TYPE, clouds);
            cloud = clouds.cloud(WORLD);
            cloud.world(WORLD).configure(Json.parse(SETTINGS, JsonNode.class));
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
            return Optional.of(
                    new ScriptedSaboteur(
                            WORLD,
                            cloud.faults()::arm,
                            cloud.world(WORLD)::spoil,
                            cloud.world(WORLD)::vanish));
        }

        @Override
        public int peek(String kind) {
            return cloud.world(WORLD).dump().at("/counts/" + kind).asInt();
        }

        @Override
        public void close() {
            driver.close();
        }
    }
}
