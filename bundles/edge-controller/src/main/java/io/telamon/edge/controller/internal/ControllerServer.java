/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import io.telamon.edge.kit.Channels;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Guard;
import io.telamon.edge.kit.Loops;
import io.telamon.edge.kit.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A controller with its port, its ways to the routers and its threads. */
final class ControllerServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControllerServer.class);
    private static final Duration ORDER_DEADLINE = Duration.ofSeconds(2);
    // a table of some hundred thousand routes
    private static final int TABLE_LIMIT = 64 * 1024 * 1024;
    private static final int TICK_MILLIS = 100;
    private static final int PROBES = 4;

    private final Loops loops = new Loops("edge-controller-io", 1);
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(named("edge-controller"));
    private final ExecutorService probes =
            Executors.newFixedThreadPool(PROBES, named("edge-controller-probe"));
    private final Channels channels;
    private final Controller controller;
    // set once the port is open
    private Servers.Running port;

    private ControllerServer(Layout layout, Guard guard) throws IOException {
        channels = new Channels(loops, guard, Runnable::run, TABLE_LIMIT);
        controller =
                new Controller(
                        layout,
                        new Controller.Parts(
                                new SteadyClock(),
                                worker,
                                this::connect,
                                new SocketProbe(probes),
                                Pauses.DEFAULT));
    }

    /** Opens the port. */
    static ControllerServer start(ControllerSettings settings, Map<String, String> environment)
            throws IOException {
        Guard guard = Guard.from(settings.secure(), environment);
        ControllerServer server = new ControllerServer(settings.layout(), guard);
        try {
            server.open(settings.endPoint(), guard);
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private void open(EndPoint at, Guard guard) throws IOException {
        port =
                Servers.at(at, loops)
                        .guard(guard)
                        .callers("computer", "broker")
                        .service(new ControllerService(controller).withLeases())
                        .start();
        worker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        LOG.info("Controller listens on {}", port.endPoint());
    }

    private void tick() {
        try {
            controller.tick();
        } catch (RuntimeException e) {
            LOG.error("A look at what is due failed", e);
        }
    }

    private RouterTable connect(Router router) {
        EndPoint table = EndPoint.parse(router.tableEndpoint());
        return new GrpcRouterTable(
                () -> channels.to(table), ORDER_DEADLINE, () -> channels.drop(table));
    }

    Controller controller() {
        return controller;
    }

    EndPoint endPoint() {
        return port.endPoint();
    }

    @Override
    public void close() {
        if (port != null) {
            port.close();
        }
        controller.close();
        worker.shutdownNow();
        probes.shutdownNow();
        channels.close();
        loops.close();
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
