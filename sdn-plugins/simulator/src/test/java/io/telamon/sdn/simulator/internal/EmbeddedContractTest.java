/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.model.resource.Handle;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnDriver;
import io.telamon.sdn.tck.SdnDriverContract;
import io.telamon.sdn.tck.SdnUnderTest;
import io.telamon.simkit.Cloud;
import io.telamon.simkit.EmbeddedClouds;
import io.telamon.simkit.FaultRule;
import io.telamon.simkit.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The simulator passes the contract with its controller inside this JVM. */
class EmbeddedContractTest extends SdnDriverContract {
    private static final String WORLD = "tck";

    @TempDir Path folder;

    @Override
    protected SdnUnderTest start() throws IOException {
        return new Embedded(new EmbeddedClouds(Optional.of(folder), SimulatorDriver::world));
    }

    /** A controller in this JVM, kept in a file. */
    private static final class Embedded extends SimulatedController {
        private final SimulatorDriver driver;
        private final Cloud cloud;

        Embedded(EmbeddedClouds clouds) throws IOException {
            super("embedded:" + WORLD);
            driver = new SimulatorDriver(clouds);
            cloud = clouds.cloud(WORLD);
            cloud.world(WORLD).configure(Json.parse(SETTINGS, JsonNode.class));
        }

        @Override
        public SdnDriver driver() {
            return driver;
        }

        @Override
        public Optional<SdnConnection> connectionTo(int port) {
            return Optional.empty();
        }

        @Override
        JsonNode dump() {
            return cloud.world(WORLD).dump();
        }

        @Override
        void arm(FaultRule rule) {
            cloud.faults().arm(rule);
        }

        @Override
        public String spoil(Handle handle) {
            cloud.world(WORLD).spoil("chain", handle.value(), WORDS);
            return WORDS;
        }

        @Override
        public void vanish(Handle handle) {
            cloud.world(WORLD).vanish("chain", handle.value());
        }

        @Override
        public void close() {
            driver.close();
        }
    }
}
