/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Faults strike the calls they mean, as often as they were armed for. */
class CloudTest {
    private final Cloud cloud = Cloud.inMemory(NoteWorld::new);

    private FaultRule arm(String json) throws IOException {
        return cloud.faults().arm(Json.parse(json, FaultRule.class));
    }

    private int status(Call call) throws InterruptedException {
        return cloud.serve(call).map(Answer::status).orElse(0);
    }

    @Test
    void aFaultSkipsThenStrikesThenIsSpent() throws Exception {
        arm("{\"verb\":\"create\",\"skip\":1,\"times\":2,\"status\":500}");

        assertThat(status(NoteWorld.create("a"))).isEqualTo(201);
        assertThat(status(NoteWorld.create("a"))).isEqualTo(500);
        assertThat(status(NoteWorld.create("b"))).isEqualTo(500);
        assertThat(status(NoteWorld.create("a"))).isEqualTo(201);
        assertThat(cloud.faults().list().get(0).hit()).isEqualTo(2);
    }

    @Test
    void aFaultMeansOneWorldOneVerbAndNamesByPattern() throws Exception {
        arm(
                "{\"world\":\"a\",\"verb\":\"create\",\"kind\":\"note\",\"name\":\"web-*\",\"times\":-1}");

        assertThat(status(NoteWorld.create("b"))).isEqualTo(201);
        assertThat(status(NoteWorld.call("GET", "a/note", ""))).isEqualTo(200);
        assertThat(status(NoteWorld.call("POST", "a/note", "{\"draft\":{\"name\":\"db\"}}")))
                .isEqualTo(201);
        assertThat(status(NoteWorld.create("a"))).isEqualTo(503);
    }

    @Test
    void aDropAfterTheWorkLeavesTheThingAndOneBeforeDoesNot() throws Exception {
        arm("{\"do\":\"drop\",\"when\":\"after\"}");
        arm("{\"do\":\"drop\",\"skip\":0}");

        Optional<Answer> first = cloud.serve(NoteWorld.create("a"));
        int afterFirst = cloud.world("a").summary().path("total").asInt();
        Optional<Answer> second = cloud.serve(NoteWorld.create("a"));

        assertThat(first).isEmpty();
        assertThat(second).isEmpty();
        assertThat(afterFirst).isEqualTo(1);
        assertThat(cloud.world("a").summary().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void errorSpoilsAndVanishTakesTheThingMade() throws Exception {
        arm("{\"do\":\"error\",\"body\":\"on fire\"}");
        arm("{\"do\":\"vanish\"}");

        int spoiled = status(NoteWorld.create("a"));
        String words = cloud.world("a").dump().path("note-1").asText();
        int vanished = status(NoteWorld.create("a"));

        assertThat(spoiled).isEqualTo(201);
        assertThat(words).isEqualTo("on fire");
        assertThat(vanished).isEqualTo(201);
        assertThat(cloud.world("a").dump().has("note-2")).isFalse();
    }

    @Test
    void aHangEndsAtTheCallersDeadline() throws Exception {
        arm("{\"do\":\"hang\"}");
        Call call = NoteWorld.create("a");
        Call impatient =
                new Call(call.route(), call.body(), "", Deadline.in(Duration.ofMillis(50)));

        assertThatThrownBy(() -> cloud.serve(impatient))
                .isInstanceOfSatisfying(
                        CallFailed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(CallFailed.Kind.TIMEOUT));
        assertThat(cloud.world("a").summary().path("total").asInt()).isZero();
    }

    @Test
    void aWrongSecretIsRefusedBeforeAnythingIsDone() throws Exception {
        cloud.world("a").configure(Json.parse("{\"secret\":\"s\"}", JsonNode.class));

        assertThat(status(NoteWorld.create("a"))).isEqualTo(401);
        assertThat(cloud.world("a").summary().path("total").asInt()).isZero();
    }

    @Test
    void callsAreCountedByVerbKindAndAnswer() throws Exception {
        arm("{\"do\":\"drop\"}");
        status(NoteWorld.create("a"));
        status(NoteWorld.create("a"));
        status(NoteWorld.call("GET", "a", ""));

        CallCounts.Snapshot counts = cloud.counts().snapshot();

        assertThat(counts.total()).isEqualTo(3);
        assertThat(counts.inFlight()).isZero();
        assertThat(counts.calls()).containsEntry("create/note", 2L).containsEntry("probe", 1L);
        assertThat(counts.answers()).containsEntry("dropped", 1L).containsEntry("201", 1L);
    }

    @Test
    void anUnknownFaultOrMomentIsRefused() {
        assertThatThrownBy(() -> arm("{\"do\":\"explode\"}")).isInstanceOf(Refusal.class);
        assertThatThrownBy(
                        () ->
                                cloud.gates()
                                        .arm(Json.parse("{\"moment\":\"later\"}", GateOrder.class)))
                .isInstanceOf(Refusal.class);
    }
}
