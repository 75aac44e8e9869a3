/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.model.resource.Handle;
import io.telamon.openstack.Testbed;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.spi.SdnDriver;
import io.telamon.sdn.tck.SdnDriverContract;
import io.telamon.sdn.tck.SdnUnderTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The plug-in passes the contract against a real cloud with networking-sfc. */
@EnabledIfEnvironmentVariable(
        named = Testbed.FOLDER,
        matches = ".+",
        disabledReason = "no cloud: TELAMON_OPENSTACK does not name a testbed's folder")
class SfcContractTest extends SdnDriverContract {
    private static SfcBed bed;

    @BeforeAll
    static void boot() {
        bed = new SfcBed();
    }

    @AfterAll
    static void leave() {
        bed.close();
    }

    @Override
    protected SdnUnderTest start() {
        return new OnTestbed(bed);
    }

    /** The testbed's cloud, empty of chains. */
    private record OnTestbed(SfcBed bed) implements SdnUnderTest, SdnUnderTest.Saboteur {
        private static final Duration DEADLINE = Duration.ofSeconds(5);

        @Override
        public SdnDriver driver() {
            return new SfcDriver();
        }

        @Override
        public SdnConnection connection() {
            return Connections.to(bed.bed().keystone(), Testbed.SECRET, DEADLINE);
        }

        @Override
        public Optional<SdnConnection> wrongCredentials() {
            return Optional.of(Connections.to(bed.bed().keystone(), "swordfish-0815", DEADLINE));
        }

        @Override
        public Optional<SdnConnection> connectionTo(int port) {
            String address = "http://127.0.0.1:" + port + "/v3";
            return Optional.of(Connections.to(address, Testbed.SECRET, Duration.ofMillis(400)));
        }

        @Override
        public List<String> ports() {
            return bed.ports();
        }

        /** Neutron is one process here and needs more than a second for a chain. */
        @Override
        public int parallel() {
            return 2;
        }

        @Override
        public String source() {
            return bed.source();
        }

        @Override
        public List<String> peekPath(Handle handle) {
            List<String> path = new ArrayList<>();
            for (JsonNode group : chain(handle).path("port_pair_groups")) {
                for (JsonNode pair : bed.one(Kind.GROUP, group.asText()).path("port_pairs")) {
                    path.add(bed.one(Kind.PAIR, pair.asText()).path("ingress").asText());
                }
            }
            return path;
        }

        private JsonNode chain(Handle handle) {
            return bed.one(Kind.CHAIN, ChainHandle.of(handle).chain());
        }

        @Override
        public List<String> peekClassifiers(Handle handle) {
            List<String> names = new ArrayList<>();
            for (JsonNode id : chain(handle).path("flow_classifiers")) {
                names.add(bed.one(Kind.CLASSIFIER, id.asText()).path("name").asText());
            }
            return names;
        }

        @Override
        public int peekCount() {
            return bed.ids(Kind.CHAIN).size();
        }

        @Override
        public Optional<Saboteur> saboteur() {
            return Optional.of(this);
        }

        @Override
        public void nextCreate(Fault fault) {
            bed.bed().nextRequest("neutron", "POST", "/port_chains$", rule(fault));
        }

        private static Map<String, Object> rule(Fault fault) {
            return switch (fault) {
                case UNAVAILABLE -> Map.of("status", 503);
                case THROTTLED -> Map.of("status", 429, "retry_after", 7);
                case GARBAGE ->
                        Map.of("status", 200, "body", "<p>Sign in to this network</p>".repeat(200));
                case HANG -> Map.of("status", 503, "delay", 20);
                case LOST_ANSWER -> Map.of("after", true, "drop", true);
            };
        }

        @Override
        public String spoil(Handle handle) {
            String group = chain(handle).at("/port_pair_groups/1").asText();
            bed.put(Kind.GROUP, group, "{\"port_pairs\":[]}");
            return "No function is left at position 1 (port pair group " + group + ")";
        }

        @Override
        public void vanish(Handle handle) {
            bed.remove(Kind.CHAIN, ChainHandle.of(handle).chain());
        }

        @Override
        public void close() {
            bed.empty();
        }
    }
}
