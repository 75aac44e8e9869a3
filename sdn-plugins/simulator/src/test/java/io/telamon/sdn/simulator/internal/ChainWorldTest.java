/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.simulator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.simkit.Answer;
import io.telamon.simkit.Call;
import io.telamon.simkit.Cloud;
import io.telamon.simkit.Deadline;
import io.telamon.simkit.Json;
import io.telamon.simkit.Refusal;
import io.telamon.simkit.Route;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a simulated controller remembers and refuses. */
class ChainWorldTest {
    private static final String CHAIN =
            "{\"token\":\"t1\",\"draft\":{\"name\":\"c\",\"hops\":["
                    + "{\"position\":1,\"ingress\":\"p2\",\"egress\":\"p2\"},"
                    + "{\"position\":0,\"ingress\":\"p1\",\"egress\":\"p1\"}]}}";

    @TempDir Path folder;

    @Test
    void aRestartedControllerKeepsItsChainsAndDoesNotReuseIds() throws IOException {
        Path file = folder.resolve("chains.jsonl");
        try (Cloud before = Cloud.at(file, SimulatorDriver::world)) {
            before.world("a").answer(create(CHAIN));
            before.world("a").answer(create(CHAIN.replace("t1", "t2")));
            before.world("a").vanish("chain", "chain-2");
        }

        try (Cloud after = Cloud.at(file, SimulatorDriver::world)) {
            JsonNode dump = after.world("a").dump();
            Answer next = after.world("a").answer(create(CHAIN.replace("t1", "t3")));

            assertThat(dump.path("total").asInt()).isEqualTo(1);
            assertThat(dump.at("/things/0/token").asText()).isEqualTo("t1");
            assertThat(dump.at("/things/0/draft/hops/0/ingress").asText()).isEqualTo("p1");
            assertThat(next.body()).contains("\"chain-3\"");
        }
    }

    @Test
    void withoutDedupeACreateMakesASecondChainAndTheDumpSaysSo() throws IOException {
        try (Cloud cloud = Cloud.inMemory(SimulatorDriver::world)) {
            cloud.world("a").configure(Json.parse("{\"dedupe\":false}", JsonNode.class));

            cloud.world("a").answer(create(CHAIN));
            cloud.world("a").answer(create(CHAIN));

            assertThat(cloud.world("a").dump().at("/duplicates/t1")).hasSize(2);
        }
    }

    @Test
    void aGapInTheHopsIsRefused() {
        try (Cloud cloud = Cloud.inMemory(SimulatorDriver::world)) {
            Call gap = create(CHAIN.replace("\"position\":1", "\"position\":2"));

            assertThatThrownBy(() -> cloud.world("a").answer(gap))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("has no hop 1");
        }
    }

    private static Call create(String json) {
        return new Call(
                Route.parse("POST", "a/chain"),
                json.getBytes(StandardCharsets.UTF_8),
                "",
                Deadline.none());
    }
}
