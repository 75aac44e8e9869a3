/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.router.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.relay.Broker;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A router follows its configuration while it runs. */
class RouterComponentTest {
    private static RouterConfig config(Map<String, Object> values) {
        return (RouterConfig)
                Proxy.newProxyInstance(
                        RouterConfig.class.getClassLoader(),
                        new Class<?>[] {RouterConfig.class, Annotation.class},
                        (proxy, method, arguments) ->
                                values.getOrDefault(method.getName(), method.getDefaultValue()));
    }

    private static Map<String, Object> at(String policy) {
        return Map.of(
                "serverEndpoint", "127.0.0.1:0",
                "configurationEndpoint", "127.0.0.1:0",
                "table", policy);
    }

    @Test
    void aPolicyChangesWhileTheRouterRuns() throws Exception {
        try (RouterComponent router = new RouterComponent(config(at("type=random")))) {
            Broker before = router.broker();
            before.tables().change("f", EndPoint.parse("a:1"), 1, true);

            router.modified(config(at("type=two-choices")));

            assertThat(router.broker()).isSameAs(before);
            assertThat(before.tables().rows(0)).containsKey("f");
        }
    }

    @Test
    void anotherPortOpensTheRouterAnew() throws Exception {
        try (RouterComponent router = new RouterComponent(config(at("type=random")))) {
            Broker before = router.broker();

            router.modified(
                    config(
                            Map.of(
                                    "serverEndpoint", "localhost:0",
                                    "configurationEndpoint", "127.0.0.1:0")));

            assertThat(router.broker()).isNotSameAs(before);
            assertThat(router.broker().lambda().host()).isEqualTo("localhost");
        }
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertThatThrownBy(() -> new RouterComponent(config(at("type=best"))))
                .hasMessageContaining("there is no policy 'best'");
    }

    @Test
    void aTableIsFilledForMeasurements() throws Exception {
        RouterSetup setup =
                RouterSetup.read(
                        List.of(
                                "--server-endpoint=127.0.0.1:0",
                                "--configuration-endpoint=127.0.0.1:0",
                                "--fake-num-lambdas=2",
                                "--fake-num-destinations=100"),
                        Map.of());
        try (Broker broker = setup.open()) {
            assertThat(broker.tables().rows(1).get("fake1")).hasSize(100);
        }
    }
}
