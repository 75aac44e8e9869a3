/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.northbound.api.EdgeCall;
import io.telamon.northbound.api.EdgeFacade;
import io.telamon.northbound.api.EdgeResult;
import io.telamon.northbound.api.EdgeView;
import io.telamon.shell.internal.base.Fakes;
import io.telamon.shell.internal.base.Shell;
import io.telamon.shell.internal.edge.EdgeBrokersCommand;
import io.telamon.shell.internal.edge.EdgeCallCommand;
import io.telamon.shell.internal.edge.EdgeComputersCommand;
import io.telamon.shell.internal.edge.EdgeFunctionsCommand;
import io.telamon.shell.internal.edge.EdgeRoutesCommand;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Commands on the edge. */
class EdgeCommandsTest {
    private static final EdgeView VIEW =
            new EdgeView(
                    List.of(
                            new EdgeView.Broker(
                                    "127.0.0.1:6473",
                                    "router",
                                    "type=random",
                                    EdgeView.Table.SYNCED,
                                    "",
                                    1,
                                    0)),
                    List.of(
                            new EdgeView.Computer(
                                    "127.0.0.1:7000",
                                    List.of("echo"),
                                    EdgeView.Presence.PRESENT,
                                    "",
                                    -1,
                                    0,
                                    9,
                                    1,
                                    Optional.empty(),
                                    Optional.empty())),
                    List.of(new EdgeView.Function("echo", 1, 9, 1, 9, 1.5, 2.5, 3.5)),
                    List.of(
                            new EdgeView.Route(
                                    "127.0.0.1:6473",
                                    "echo",
                                    "127.0.0.1:7000",
                                    0.002,
                                    1,
                                    true,
                                    0,
                                    9,
                                    1)));
    private final Fakes fakes = new Fakes();
    private final Shell shell = new Shell(fakes);

    @Test
    void theEdgeIsListed() throws Exception {
        fakes.answer(EdgeFacade.class, "view", args -> VIEW);

        shell.run(new EdgeBrokersCommand());
        shell.run(new EdgeComputersCommand());
        shell.run(new EdgeFunctionsCommand());

        assertThat(fakes.output()).contains("type=random", "PRESENT", "127.0.0.1:7000", "3.5");
    }

    @Test
    void routesCarryTheirFigures() throws Exception {
        fakes.answer(EdgeFacade.class, "view", args -> VIEW);

        shell.run(new EdgeRoutesCommand(), "--output=json");

        JsonNode routes = new ObjectMapper().readTree(fakes.output());
        assertThat(routes.at("/0/weight").asDouble()).isEqualTo(0.002);
        assertThat(routes.at("/0/destination").asText()).isEqualTo("127.0.0.1:7000");
    }

    @Test
    void aFunctionIsCalled() throws Exception {
        AtomicReference<EdgeCall> seen = new AtomicReference<>();
        fakes.answer(
                EdgeFacade.class,
                "call",
                args -> {
                    seen.set((EdgeCall) args[1]);
                    return result("OK");
                });

        shell.run(new EdgeCallCommand(), "--input=hello", "--limit=3", "echo");

        assertThat(seen.get()).isEqualTo(new EdgeCall("echo", "hello", "", Duration.ofSeconds(3)));
        assertThat(fakes.output()).contains("127.0.0.1:7000", "1.25");
    }

    @Test
    void aFunctionThatGivesNothingFailsWithTheWordsOfTheEdge() throws Exception {
        fakes.answer(EdgeFacade.class, "call", args -> result("not enough memory"));

        Shell.Outcome outcome = shell.run(new EdgeCallCommand(), "echo");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.messages()).contains("not enough memory", "127.0.0.1:6473");
    }

    private static EdgeResult result(String word) {
        return new EdgeResult(
                word,
                "hello",
                0,
                "127.0.0.1:7000",
                "127.0.0.1:6473",
                Duration.ofMillis(1),
                Duration.ofNanos(1_250_000));
    }
}
