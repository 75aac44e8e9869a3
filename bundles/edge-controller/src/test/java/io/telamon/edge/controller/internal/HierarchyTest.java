/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import static io.telamon.edge.controller.internal.Stage.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.edge.api.EdgeRouterView.State;
import io.telamon.testkit.Await;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HierarchyTest {
    private static final Topology TWO = Topology.parse(List.of("a 0 5", "b 5 0"));

    private final Stage stage = new Stage(new HierarchicalLayout(TWO, Objective.MIN_MAX, 0));

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void removingAComputerTakesItsRouteFromTheHomeAndKeepsTheHome() {
        TableServer a = stage.router("a:1");
        TableServer b = stage.router("b:1");
        stage.computer("a:9", "f");
        stage.computer("a:8", "f");
        stage.until(a, Map.of(route("f", "a:9"), true, route("f", "a:8"), true));
        stage.until(b, Map.of(route("f", "a:1"), false));

        stage.controller.remove("a:9");
        stage.until(a, Map.of(route("f", "a:8"), true));
        stage.until(b, Map.of(route("f", "a:1"), false));
        stage.controller.remove("a:8");

        stage.until(a, Map.of());
        stage.until(b, Map.of());
        assertThat(stage.controller.routers()).hasSize(2);
    }

    @Test
    void computersOfALostHomeMoveToAnotherAndBack() {
        TableServer a = stage.router("a:1");
        TableServer b = stage.router("b:1");
        stage.computer("a:9", "f");
        stage.until(a, Map.of(route("f", "a:9"), true));
        stage.until(b, Map.of(route("f", "a:1"), false));
        assertThat(stage.controller.computers().get(0).home()).contains("a:1");

        a.stop();
        stage.pass(Pauses.DEFAULT.audit());
        Await.until(
                "the home is away",
                () -> {
                    stage.pass(Duration.ofMillis(100));
                    return b.table.equals(Map.of(route("f", "a:9"), true));
                });
        a.restart();
        stage.pass(Duration.ofSeconds(10));

        stage.until(a, Map.of(route("f", "a:9"), true));
        stage.until(b, Map.of(route("f", "a:1"), false));
    }

    @Test
    void aRouterThatJoinsChangesHomes() {
        TableServer b = stage.router("b:1");
        stage.computer("a:9", "f", "g");
        stage.until(b, Map.of(route("f", "a:9"), true, route("g", "a:9"), true));

        TableServer a = stage.router("a:1");

        stage.until(a, Map.of(route("f", "a:9"), true, route("g", "a:9"), true));
        stage.until(b, Map.of(route("f", "a:1"), false, route("g", "a:1"), false));
    }

    @Test
    void anotherLayoutIsTakenOnWithoutForgettingAnybody() {
        TableServer a = stage.router("a:1");
        TableServer b = stage.router("b:1");
        stage.computer("a:9", "f");
        stage.until(b, Map.of(route("f", "a:1"), false));

        stage.controller.use(new FlatLayout());

        stage.until(a, Map.of(route("f", "a:9"), true));
        stage.until(b, Map.of(route("f", "a:9"), true));
        assertThat(stage.controller.computers().get(0).home()).isEqualTo(Optional.empty());
        stage.until("b:1", State.SYNCED);
    }
}
