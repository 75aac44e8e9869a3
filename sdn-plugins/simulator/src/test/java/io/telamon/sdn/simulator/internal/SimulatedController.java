/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.model.SdnAccountId;
import io.telamon.model.resource.Handle;
import io.telamon.sdn.spi.SdnConnection;
import io.telamon.sdn.tck.SdnUnderTest;
import io.telamon.simkit.FaultRule;
import io.telamon.simkit.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the simulator under test has in common in both of its modes. */
abstract class SimulatedController implements SdnUnderTest, SdnUnderTest.Saboteur {
    static final String SECRET = "open-sesame-4711";
    static final String WORDS = "the switch is on fire";
    static final String SETTINGS = "{\"secret\":\"" + SECRET + "\",\"buildMs\":30}";

    private final String endpoint;

    SimulatedController(String endpoint) {
        this.endpoint = endpoint;
    }

    /** The world as the control API shows it. */
    abstract JsonNode dump();

    abstract void arm(FaultRule rule);

    static SdnConnection connection(String address, String secret, Duration timeout) {
        return new SdnConnection(new SdnAccountId("tck"), address, Map.of(), secret, timeout);
    }

    @Override
    public final SdnConnection connection() {
        return connection(endpoint, SECRET, Duration.ofSeconds(1));
    }

    @Override
    public final Optional<SdnConnection> wrongCredentials() {
        return Optional.of(connection(endpoint, "swordfish-0815", Duration.ofSeconds(1)));
    }

    @Override
    public final List<String> ports() {
        return List.of("port-a", "port-b", "port-c", "port-d");
    }

    @Override
    public final List<String> peekPath(Handle handle) {
        List<String> path = new ArrayList<>();
        for (JsonNode chain : dump().path("things")) {
            if (chain.path("id").asText().equals(handle.value())) {
                chain.at("/draft/hops").forEach(hop -> path.add(hop.path("ingress").asText()));
            }
        }
        return path;
    }

    @Override
    public final List<String> peekClassifiers(Handle handle) {
        List<String> names = new ArrayList<>();
        for (JsonNode chain : dump().path("things")) {
            if (chain.path("id").asText().equals(handle.value())) {
                chain.at("/draft/classifiers").forEach(one -> names.add(one.path("name").asText()));
            }
        }
        return names;
    }

    @Override
    public final int peekCount() {
        return dump().path("total").asInt();
    }

    @Override
    public final Optional<Saboteur> saboteur() {
        return Optional.of(this);
    }

    @Override
    public final void nextCreate(Fault fault) {
        ObjectNode rule = Json.object().put("verb", "create").put("kind", "chain");
        switch (fault) {
            case UNAVAILABLE -> rule.put("do", "status").put("status", 503);
            case THROTTLED -> rule.put("do", "throttle");
            case GARBAGE -> rule.put("do", "garbage");
            case HANG -> rule.put("do", "hang").put("ms", 5_000);
            case LOST_ANSWER -> rule.put("do", "drop").put("when", "after");
        }
        arm(Json.convert(rule, FaultRule.class));
    }
}
