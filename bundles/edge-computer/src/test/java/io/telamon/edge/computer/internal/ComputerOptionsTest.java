/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.edge.computer.internal.flow.Policy;
import io.telamon.edge.computer.internal.sim.ComputerFile;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Options as the reference has them; the configuration goes the same way. */
class ComputerOptionsTest {
    @Test
    void theDefaultsAreThoseOfTheReferenceOnLoopback() {
        Settings settings = settings();

        assertThat(settings.ports().server()).hasToString("127.0.0.1:6473");
        assertThat(settings.ports().utilization().orElseThrow()).hasToString("127.0.0.1:6476");
        assertThat(settings.threads()).isEqualTo(5);
        assertThat(settings.asynchronous()).isFalse();
        assertThat(settings.functions().type()).isEqualTo("sim");
        assertThat(settings.functions().simulation().text("num-gpu-workers")).isEqualTo("2");
        assertThat(settings.policy())
                .isEqualTo(new Policy(Policy.Errors.OUTPUT, Policy.Refusals.STATUS));
    }

    @Test
    void aCompanionMakesTheComputerAsynchronous() {
        assertThat(settings("--companion-endpoint", "h:1").asynchronous()).isTrue();
        assertThat(settings("--asynch").asynchronous()).isTrue();
        assertThat(settings("--util", "").ports().utilization()).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        wrong("--no-state-server makes no sense", "--no-state-server");
        wrong("--computer-type must be one of", "--computer-type", "abacus");
        wrong("no key 'num-cores'", "--conf", "type=raspberry,num-cores=3");
        wrong("--server-conf can only be type=grpc", "--server-conf", "type=quic");
        wrong("no end-point", "--controller-endpoint", "nowhere");
        wrong("--errors must be one of", "--errors", "OUTPUT");
    }

    @Test
    void theConfigurationHasTheDefaultsOfTheProgram() {
        Settings program = settings();
        Settings component = settings(words(Map.of()));

        assertThat(component.limits()).isEqualTo(program.limits());
        assertThat(component.policy()).isEqualTo(program.policy());
        assertThat(component.functions().type()).isEqualTo("functions");
        assertThat(component.functions().simulation().toString())
                .isEqualTo(program.functions().simulation().toString());
        assertThat(component.ports().utilization()).isEmpty();
    }

    @Test
    void theConfigurationReachesTheSettings() {
        Settings settings =
                settings(
                        words(
                                Map.of(
                                        "stateEndpoint",
                                        "h:3",
                                        "noStateServer",
                                        true,
                                        "asynchronous",
                                        true,
                                        "lease",
                                        0,
                                        "refusals",
                                        "output")));

        assertThat(settings.ports().state().orElseThrow()).hasToString("h:3");
        assertThat(settings.ports().foreignState()).isTrue();
        assertThat(settings.asynchronous()).isTrue();
        assertThat(settings.limits().lease()).isEqualTo(Duration.ZERO);
        assertThat(settings.policy().refusals()).isEqualTo(Policy.Refusals.OUTPUT);
    }

    @Test
    void theProgramTellsItsOptionsAndAnExample() throws Exception {
        assertThat(said("--help")).contains("--companion-endpoint arg", "(type=raspberry");
        assertThat(said("--json-example")).isEqualTo(ComputerFile.example());
    }

    private static String said(String... words) throws IOException, InterruptedException {
        StringBuilder out = new StringBuilder();
        assertThat(new EdgeComputerProgram().run(List.of(words), Map.of(), out)).isZero();
        return out.toString();
    }

    private static void wrong(String message, String... words) {
        assertThatThrownBy(() -> settings(words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Settings settings(String... words) {
        return ComputerOptions.settings(ComputerOptions.options().parse(Arrays.asList(words)));
    }

    /** The command line of a configuration with these values and defaults for the rest. */
    private static String[] words(Map<String, Object> values) {
        ComputerConfig config =
                (ComputerConfig)
                        Proxy.newProxyInstance(
                                ComputerConfig.class.getClassLoader(),
                                new Class<?>[] {ComputerConfig.class},
                                (proxy, method, arguments) ->
                                        values.getOrDefault(
                                                method.getName(), method.getDefaultValue()));
        return ComputerComponent.arguments(config).toArray(String[]::new);
    }
}
