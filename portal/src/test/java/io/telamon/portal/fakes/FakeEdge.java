/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.fakes;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.EdgeCall;
import io.telamon.northbound.api.EdgeFacade;
import io.telamon.northbound.api.EdgeResult;
import io.telamon.northbound.api.EdgeView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An edge of two brokers and three computers; the function echo gives back what it gets. */
public final class FakeEdge implements EdgeFacade {
    private static final String HERE = "127.0.0.1:6473";
    private static final String ONE = "10.0.0.1:7000";
    private static final String TWO = "10.0.0.2:7000";
    private static final String THREE = "10.0.0.3:7000";

    /** What is there. */
    public EdgeView view =
            new EdgeView(
                    List.of(
                            broker("10.0.0.9:6473", "broker", "", EdgeView.Table.SUSPENDED),
                            broker(
                                    HERE,
                                    "router",
                                    "type=two-choices type=trivial",
                                    EdgeView.Table.SYNCED)),
                    List.of(
                            computer(ONE, EdgeView.Presence.PRESENT, 72, 8_120),
                            computer(TWO, EdgeView.Presence.PRESENT, 35, 4_060),
                            computer(THREE, EdgeView.Presence.AWAY, -1, 0)),
                    List.of(
                            new EdgeView.Function("echo", 2, 12_180, 3, 640, 2.1, 4.8, 9.75),
                            new EdgeView.Function("faces", 0, 0, 0, 0, 0, 0, 0)),
                    List.of(
                            route(ONE, 0.0021, 2.0 / 3, 8_120),
                            route(TWO, 0.0042, 1.0 / 3, 4_060)));

    private static EdgeView.Broker broker(
            String endpoint, String kind, String policy, EdgeView.Table table) {
        String trouble = table == EdgeView.Table.SUSPENDED ? "connection refused" : "";
        return new EdgeView.Broker(endpoint, kind, policy, table, trouble, 2, 4);
    }

    private static EdgeView.Computer computer(
            String endpoint, EdgeView.Presence presence, int load, long answered) {
        return new EdgeView.Computer(
                endpoint,
                List.of("echo"),
                presence,
                "",
                load,
                1,
                answered,
                0,
                Optional.of(Instant.EPOCH),
                Optional.empty());
    }

    private static EdgeView.Route route(String to, double weight, double share, long answered) {
        return new EdgeView.Route(HERE, "echo", to, weight, share, true, 1, answered, 0);
    }

    @Override
    public EdgeView view(Caller caller) {
        caller.require("edge:read");
        return view;
    }

    @Override
    public EdgeResult call(Caller caller, EdgeCall call) {
        caller.require("edge:call");
        if (!call.function().equals("echo")) {
            throw new TelamonException(
                    ErrorCode.NOT_FOUND,
                    "No broker of this container knows a function %s",
                    call.function());
        }
        return new EdgeResult(
                call.input().equals("fail") ? "not enough memory" : "OK",
                call.input(),
                0,
                ONE,
                HERE,
                Duration.ofMillis(2),
                Duration.ofNanos(3_400_000));
    }
}
