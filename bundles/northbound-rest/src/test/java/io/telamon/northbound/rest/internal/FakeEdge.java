/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import io.telamon.model.security.Caller;
import io.telamon.northbound.api.EdgeCall;
import io.telamon.northbound.api.EdgeFacade;
import io.telamon.northbound.api.EdgeResult;
import io.telamon.northbound.api.EdgeView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An edge of one broker, one computer and one function that gives back what it gets. */
final class FakeEdge implements EdgeFacade {
    private static final String BROKER = "127.0.0.1:6473";
    private static final String COMPUTER = "127.0.0.1:7000";

    @Override
    public EdgeView view(Caller caller) {
        caller.require("edge:read");
        return new EdgeView(
                List.of(
                        new EdgeView.Broker(
                                BROKER, "router", "type=random", EdgeView.Table.SYNCED, "", 1, 0)),
                List.of(
                        new EdgeView.Computer(
                                COMPUTER,
                                List.of("echo"),
                                EdgeView.Presence.PRESENT,
                                "",
                                40,
                                0,
                                9,
                                1,
                                Optional.of(Instant.EPOCH),
                                Optional.empty())),
                List.of(new EdgeView.Function("echo", 1, 9, 1, 9, 1.5, 2.5, 3.5)),
                List.of(new EdgeView.Route(BROKER, "echo", COMPUTER, 0.002, 1, true, 0, 9, 1)));
    }

    @Override
    public EdgeResult call(Caller caller, EdgeCall call) {
        caller.require("edge:call");
        return new EdgeResult(
                "OK",
                call.input(),
                0,
                COMPUTER,
                BROKER,
                Duration.ofMillis(1),
                Duration.ofMillis(call.limit().toSeconds()));
    }
}
