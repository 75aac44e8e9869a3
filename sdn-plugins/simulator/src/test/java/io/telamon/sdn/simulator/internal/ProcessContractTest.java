/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.model.resource.Handle;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnDriver;
import io.telamon.sdn.tck.SdnDriverContract;
import io.telamon.sdn.tck.SdnUnderTest;
import io.telamon.simkit.FaultRule;
import io.telamon.simkit.WorldProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The simulator passes the contract against a controller in a process of its own. */
class ProcessContractTest extends SdnDriverContract {
    private static WorldProcess process;

    @BeforeAll
    static void startController() throws IOException {
        process =
                WorldProcess.fromClassPath(
                        Main.class.getName(), "--settings", SimulatedController.SETTINGS);
    }

    @AfterAll
    static void killController() {
        process.kill();
    }

    @Override
    protected SdnUnderTest start() {
        return new Served(UUID.randomUUID().toString());
    }

    /** One world of the process. */
    private static final class Served extends SimulatedController {
        private final String world;
        private final SimulatorDriver driver = new SimulatorDriver();

        Served(String world) {
            super(process.endpoint(world));
            this.world = world;
        }

        @Override
        public SdnDriver driver() {
            return driver;
        }

        @Override
        public Optional<SdnConnection> connectionTo(int port) {
            String address = "http://127.0.0.1:" + port;
            return Optional.of(connection(address, SECRET, Duration.ofMillis(400)));
        }

        @Override
        JsonNode dump() {
            return process.control().dump(world);
        }

        @Override
        void arm(FaultRule rule) {
            process.control().fault(rule);
        }

        @Override
        public String spoil(Handle handle) {
            process.control().spoil(world, "chain", handle.value(), WORDS);
            return WORDS;
        }

        @Override
        public void vanish(Handle handle) {
            process.control().vanish(world, "chain", handle.value());
        }

        @Override
        public void close() {
            process.control().clearFaults();
            driver.close();
        }
    }
}
