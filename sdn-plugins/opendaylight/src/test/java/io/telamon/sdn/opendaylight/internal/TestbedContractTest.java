/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import io.telamon.model.resource.Handle;
import io.telamon.model.resource.ResourceState;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnDriver;
import io.telamon.sdn.spi.SdnSession;
import io.telamon.sdn.tck.SdnDriverContract;
import io.telamon.sdn.tck.SdnUnderTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The plug-in passes the contract against a real OpenDaylight with a real switch. */
@EnabledIfEnvironmentVariable(
        named = Testbed.FOLDER,
        matches = ".+",
        disabledReason = "no controller: TELAMON_OPENDAYLIGHT does not name the testbed's folder")
class TestbedContractTest extends SdnDriverContract {
    @BeforeAll
    static void prepare() {
        Testbed.prepare();
    }

    @Override
    protected SdnUnderTest start() throws IOException {
        Testbed.empty();
        return new OnTestbed();
    }

    /** The testbed's controller behind a door that can be told to misbehave. */
    private static final class OnTestbed implements SdnUnderTest, SdnUnderTest.Saboteur {
        private final SdnDriver driver = new OpenDaylightDriver();
        private final Door door = new Door(Testbed.address());

        OnTestbed() throws IOException {}

        private static SdnConnection connection(String address, String secret, int millis) {
            return Testbed.connection(address, secret, Map.of(), Duration.ofMillis(millis));
        }

        @Override
        public SdnDriver driver() {
            return driver;
        }

        @Override
        public SdnConnection connection() {
            return connection(door.address(), Testbed.SECRET, 5_000);
        }

        @Override
        public Optional<SdnConnection> wrongCredentials() {
            return Optional.of(connection(door.address(), "swordfish-0815", 5_000));
        }

        @Override
        public Optional<SdnConnection> connectionTo(int port) {
            return Optional.of(connection("http://127.0.0.1:" + port, Testbed.SECRET, 400));
        }

        @Override
        public List<String> ports() {
            return List.of("openflow:119:1", "openflow:119:3", "openflow:119:5", "openflow:119:6");
        }

        @Override
        public List<String> peekPath(Handle handle) {
            return Testbed.path(handle.value());
        }

        @Override
        public List<String> peekClassifiers(Handle handle) {
            return Testbed.classifiers(handle.value());
        }

        @Override
        public int peekCount() {
            return Testbed.chains().size();
        }

        @Override
        public Optional<Saboteur> saboteur() {
            return Optional.of(this);
        }

        @Override
        public void nextCreate(Fault fault) {
            String garbage = "<p>Sign in to this network</p>".repeat(200);
            switch (fault) {
                case UNAVAILABLE -> door.spoil(0, Door.Fault.answer("PATCH", 503, "maintenance"));
                case THROTTLED -> door.spoil(0, Door.Fault.answer("PATCH", 429, "slow down"));
                case GARBAGE -> door.spoil(0, Door.Fault.answer("PATCH", 200, garbage));
                case HANG -> door.spoil(0, Door.Fault.hang("PATCH"));
                // what is made by two calls is there after the second
                case LOST_ANSWER -> door.spoil(1, Door.Fault.lost("PATCH"));
            }
        }

        /** A flow is gone from the switch alone, and the time to bring it back is over. */
        @Override
        public String spoil(Handle handle) {
            try (SdnSession session = driver.open(connection())) {
                String cookie = session.observe(handle).attributes().get("cookie");
                Testbed.ofctl(
                        "tbsw0", "del-flows", "in_port=3,cookie=" + cookie + "/0xfffffffffffff000");
                Testbed.until(
                        Duration.ofSeconds(30),
                        "the chain is in ERROR",
                        () -> session.observe(handle).state() == ResourceState.ERROR);
            }
            return "a switch refused some";
        }

        @Override
        public void vanish(Handle handle) {
            Testbed.steal(handle.value(), true);
        }

        @Override
        public void close() {
            door.close();
            Testbed.empty();
        }
    }
}
