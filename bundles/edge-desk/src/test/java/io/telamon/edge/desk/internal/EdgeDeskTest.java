/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.telamon.edge.api.EdgeAnswer;
import io.telamon.edge.api.EdgeBroker;
import io.telamon.edge.api.EdgeBrokerView;
import io.telamon.edge.api.EdgeComputerView;
import io.telamon.edge.api.EdgeDirectory;
import io.telamon.edge.api.EdgeFunctionView;
import io.telamon.edge.api.EdgeLatency;
import io.telamon.edge.api.EdgeRouteView;
import io.telamon.edge.api.EdgeRouterView;
import io.telamon.metrics.api.Meters;
import io.telamon.model.TenantId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.northbound.api.EdgeCall;
import io.telamon.northbound.api.EdgeView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What doors see of the edge, and who may call a function. */
class EdgeDeskTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ROUTER = "127.0.0.1:6473";
    private static final String FAR = "10.0.0.9:6473";

    private final EdgeDesk desk = new EdgeDesk();
    private EdgeBrokerView seen =
            new EdgeBrokerView(
                    "router",
                    ROUTER,
                    "type=random",
                    List.of(
                            route("echo", "10.0.0.1:7000", 30, 60),
                            route("echo", "10.0.0.2:7000", 10, 20),
                            route("echo", FAR, 0, -1)),
                    List.of(new EdgeFunctionView("echo", 40, 2, new EdgeLatency(40, 1, 2, 3))),
                    7);

    private final class Broker implements EdgeBroker {
        @Override
        public EdgeBrokerView view() {
            return seen;
        }

        @Override
        public EdgeAnswer call(String function, String input, Duration limit) {
            return new EdgeAnswer("OK", input, 0, "10.0.0.1:7000", 4, 2, Duration.ofMillis(5));
        }
    }

    private static EdgeRouteView route(String function, String to, long answered, int load) {
        return new EdgeRouteView(function, to, 0.1, true, true, load, 1, answered, 0);
    }

    private static Caller caller(Role role) {
        return new Caller("ann", new TenantId("t"), Set.of(role));
    }

    private static EdgeDirectory directory() {
        return new EdgeDirectory() {
            @Override
            public List<EdgeComputerView> computers() {
                return List.of(computer("10.0.0.1:7000", true), computer("10.0.0.3:7000", false));
            }

            @Override
            public List<EdgeRouterView> routers() {
                return List.of(router(ROUTER), router(FAR));
            }
        };
    }

    private static EdgeComputerView computer(String endpoint, boolean present) {
        return new EdgeComputerView(
                endpoint, List.of("echo"), present, Optional.empty(), NOW, Optional.empty());
    }

    private static EdgeRouterView router(String endpoint) {
        return new EdgeRouterView(
                endpoint,
                "127.0.0.1:6474",
                EdgeRouterView.State.SYNCED,
                3,
                0,
                "",
                Optional.empty());
    }

    @Test
    void whatTheControllerWasToldAndWhatABrokerSeesIsOnePicture() {
        desk.addBroker(new Broker());
        desk.addDirectory(directory());

        EdgeView view = desk.view(caller(Role.VIEWER));

        assertThat(view.brokers())
                .extracting(EdgeView.Broker::endpoint, EdgeView.Broker::kind, EdgeView.Broker::here)
                .containsExactly(tuple(FAR, "broker", false), tuple(ROUTER, "router", true));
        assertThat(view.computers())
                .extracting(EdgeView.Computer::endpoint, EdgeView.Computer::presence)
                .containsExactly(
                        tuple("10.0.0.1:7000", EdgeView.Presence.PRESENT),
                        tuple("10.0.0.2:7000", EdgeView.Presence.UNANNOUNCED),
                        tuple("10.0.0.3:7000", EdgeView.Presence.AWAY));
        assertThat(view.computers().get(0).load()).isEqualTo(60);
        assertThat(view.functions())
                .singleElement()
                .returns(2, EdgeView.Function::computers)
                .returns(40L, EdgeView.Function::answered)
                .returns(3.0, EdgeView.Function::p99);
        assertThat(view.routes())
                .extracting(EdgeView.Route::share)
                .containsExactly(0.75, 0.25, 0.0);
    }

    @Test
    void withoutRolesThePictureIsEmptyAndACallSaysWhatToDo() {
        EdgeView view = desk.view(caller(Role.VIEWER));

        assertThat(view.brokers()).isEmpty();
        assertThat(view.computers()).isEmpty();
        assertThatThrownBy(() -> desk.call(caller(Role.PROJECT_USER), ask("echo", "", 5)))
                .hasMessageContaining("configure io.telamon.edge.router");
    }

    @Test
    void aCallGoesThroughABrokerThatKnowsTheFunction() {
        desk.addBroker(new Broker());
        Caller user = caller(Role.PROJECT_USER);

        assertThat(desk.call(user, ask("echo", "", 5)).output()).isEqualTo("hello");
        assertThat(desk.call(user, ask("echo", ROUTER, 5)).ok()).isTrue();
        assertThatThrownBy(() -> desk.call(user, ask("other", "", 5)))
                .hasMessageContaining("knows a function other");
        assertThatThrownBy(() -> desk.call(user, ask("echo", "1.2.3.4:5", 5)))
                .hasMessageContaining("is at 1.2.3.4:5");
        assertThatThrownBy(() -> desk.call(user, ask("echo", "", 61)))
                .hasMessageContaining("at most 60 seconds");
        assertThatThrownBy(() -> desk.call(user, ask(" ", "", 5)))
                .hasMessageContaining("A function's name");
    }

    @Test
    void whoOnlyLooksCallsNothing() {
        desk.addBroker(new Broker());

        assertThatThrownBy(() -> desk.call(caller(Role.VIEWER), ask("echo", "", 5)))
                .hasMessageContaining("edge:call");
    }

    private static EdgeCall ask(String function, String broker, int seconds) {
        return new EdgeCall(function, "hello", broker, Duration.ofSeconds(seconds));
    }

    @Test
    void metersGetWhatCameSinceTheLastTime() {
        Map<String, Double> counted = new TreeMap<>();
        try (EdgeMeters meters = new EdgeMeters()) {
            meters.setMeters(new Counted(counted));
            meters.addBroker(new Broker());
            meters.tell();
            meters.tell();
            seen =
                    new EdgeBrokerView(
                            "router",
                            ROUTER,
                            "type=random",
                            List.of(),
                            List.of(new EdgeFunctionView("echo", 45, 2, EdgeLatency.NONE)),
                            7);
            meters.tell();
        }
        assertThat(counted)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("echo answered", 45.0, "echo failed", 2.0, " no destination", 7.0));
    }

    private record Counted(Map<String, Double> sums) implements Meters {
        @Override
        public void count(String name, double amount, String... tags) {
            sums.merge(tags[3] + " " + tags[5], amount, Double::sum);
        }

        @Override
        public void time(String name, Duration duration, String... tags) {}

        @Override
        public AutoCloseable gauge(String name, Supplier<Number> value, String... tags) {
            return () -> {};
        }
    }
}
