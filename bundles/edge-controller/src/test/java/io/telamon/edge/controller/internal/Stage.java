/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.telamon.edge.api.EdgeComputerView;
import io.telamon.edge.api.EdgeRouterView;
import io.telamon.testkit.Await;
import io.telamon.testkit.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A controller before real table servers, with a clock that the test moves. */
final class Stage implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(10);

    final FakeClock clock = new FakeClock();
    final Set<String> open = ConcurrentHashMap.newKeySet();
    final List<TableServer> servers = new ArrayList<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    Controller controller;

    Stage(Layout layout) {
        start(layout);
    }

    /** A controller that knows nobody. */
    void start(Layout layout) {
        controller =
                new Controller(
                        layout,
                        new Controller.Parts(
                                clock,
                                worker,
                                Stage::connect,
                                endpoint ->
                                        CompletableFuture.completedFuture(open.contains(endpoint)),
                                Pauses.DEFAULT));
    }

    private static RouterTable connect(Router router) {
        ManagedChannel channel =
                NettyChannelBuilder.forTarget(router.tableEndpoint())
                        .usePlaintext()
                        .disableRetry()
                        .build();
        return new GrpcRouterTable(() -> channel, Duration.ofMillis(500), channel::shutdownNow);
    }

    /** A router that announced itself and has a lambda port of this name. */
    TableServer router(String name) {
        TableServer server = new TableServer();
        servers.add(server);
        announce(name, server);
        return server;
    }

    void announce(String name, TableServer server) {
        controller.announce(new Router(name, server.endpoint()), Optional.empty());
    }

    void computer(String endpoint, String... lambdas) {
        controller.announce(Computer.of(endpoint, List.of(lambdas)), Optional.empty());
    }

    void leased(String endpoint, String... lambdas) {
        controller.announce(Computer.of(endpoint, List.of(lambdas)), Optional.of(LEASE));
    }

    /** Moves the clock and does what is due. */
    void pass(Duration time) {
        clock.advance(time);
        controller.tick();
    }

    /** Waits until the table is this, while time goes on. */
    void until(TableServer server, Map<Route, Boolean> expected) {
        Await.value(
                "table of " + server.endpoint(),
                () -> {
                    pass(Duration.ofMillis(20));
                    return Map.copyOf(server.table);
                },
                expected::equals);
    }

    /** Waits until the router is in this state, while time goes on. */
    void until(String router, EdgeRouterView.State state) {
        Await.value(
                "router " + router,
                () -> {
                    pass(Duration.ofMillis(20));
                    return view(router).state();
                },
                state::equals);
    }

    EdgeRouterView view(String router) {
        return controller.routers().stream()
                .filter(view -> view.endpoint().equals(router))
                .findFirst()
                .orElseThrow();
    }

    List<String> computers() {
        return controller.computers().stream().map(EdgeComputerView::endpoint).toList();
    }

    static Route route(String lambda, String destination) {
        return new Route(lambda, destination);
    }

    @Override
    public void close() {
        controller.close();
        servers.forEach(TableServer::close);
        worker.shutdownNow();
    }
}
