/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import io.telamon.edge.computer.internal.flow.Engine;
import io.telamon.edge.computer.internal.flow.Joins;
import io.telamon.edge.computer.internal.flow.LambdaService;
import io.telamon.edge.computer.internal.flow.Onward;
import io.telamon.edge.computer.internal.flow.Peers;
import io.telamon.edge.computer.internal.flow.StateService;
import io.telamon.edge.computer.internal.flow.StateStore;
import io.telamon.edge.computer.internal.flow.States;
import io.telamon.edge.computer.internal.function.FunctionSource;
import io.telamon.edge.computer.internal.function.JavaFunctions;
import io.telamon.edge.kit.Channels;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Guard;
import io.telamon.edge.kit.Loops;
import io.telamon.edge.kit.Servers;
import io.telamon.edge.spi.EdgeFunction;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running computer with its ports. */
public final class EdgeComputer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeComputer.class);
    // a request may grow on its way; what is too long gets an answer instead of a broken call
    private static final int ROOM = 4;
    private static final Duration NOTICE = Duration.ofMillis(200);
    private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::");

    private final Settings settings;
    private final Guard guard;
    private final ScheduledExecutorService timer;
    private final Loops loops;
    private Channels channels;
    private final List<Servers.Running> servers = new ArrayList<>();
    private List<FunctionSource> sources = List.of();
    private JavaFunctions services;
    private LambdaService lambdas;
    private Loads loads;
    private volatile Announcer announcer;
    private EndPoint self;
    private boolean closed;

    private EdgeComputer(Settings settings, Guard guard) {
        this.settings = settings;
        this.guard = guard;
        this.loops = new Loops("edge-computer", settings.threads());
        this.timer =
                Executors.newScheduledThreadPool(
                        2,
                        task -> {
                            Thread thread = new Thread(task, "edge-computer-timer");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** Opens the ports; what was opened before a failure is closed again. */
    public static EdgeComputer start(Settings settings, Guard guard) throws IOException {
        EdgeComputer computer = new EdgeComputer(settings, guard);
        try {
            computer.open();
            return computer;
        } catch (IOException | RuntimeException e) {
            computer.close();
            throw e;
        }
    }

    private void open() throws IOException {
        Settings.Limits limits = settings.limits();
        channels = new Channels(loops, guard, Runnable::run, ROOM * limits.message());
        Peers peers = new Peers(channels, limits.peer(), timer);
        Sources make = new Sources(settings, timer, this::changed);
        services = new JavaFunctions(make.limits(), timer, this::changed);
        sources = new ArrayList<>(make.make());
        sources.add(0, services);
        loads = new Loads(sources, System::nanoTime);
        States states = states(peers);
        Joins joins = new Joins(limits.joins(), limits.join(), System::nanoTime);
        openUtilization();
        openLambdas(new Engine(sources, states), peers, joins);
    }

    private States states(Peers peers) throws IOException {
        Optional<EndPoint> home = settings.ports().state();
        if (home.isEmpty() || settings.ports().foreignState()) {
            return new States(peers, home, Optional.empty());
        }
        StateStore store =
                new StateStore(
                        settings.limits().stateBytes(),
                        settings.limits().stateLife(),
                        System::nanoTime);
        Servers.Running server = serve(home.get(), new StateService(store), "computer", "client");
        return new States(peers, Optional.of(server.endPoint()), Optional.of(store));
    }

    private void openUtilization() throws IOException {
        timer.scheduleAtFixedRate(loads::sample, 1, 1, TimeUnit.SECONDS);
        if (settings.ports().utilization().isPresent()) {
            serve(settings.ports().utilization().get(), loads);
        }
    }

    /** Before the port is open nobody may know of it, and before it is known none may call. */
    private void openLambdas(Engine engine, Peers peers, Joins joins) throws IOException {
        Deferred deferred = new Deferred();
        Servers.Running server =
                serve(settings.ports().server(), deferred, "client", "computer", "broker");
        self = settings.ports().announced().orElse(server.endPoint());
        if (WILDCARDS.contains(self.bareHost()) && settings.ports().controller().isPresent()) {
            LOG.warn("Others on this host only reach {}; set announced-endpoint", self);
        }
        Onward onward = new Onward(peers, joins, self, settings.ports().companion());
        timer.scheduleWithFixedDelay(onward::expire, 500, 500, TimeUnit.MILLISECONDS);
        Settings.Limits limits = settings.limits();
        lambdas =
                new LambdaService(
                        new LambdaService.Parts(engine, onward, self, loads::of),
                        new LambdaService.Rules(
                                settings.policy(),
                                settings.asynchronous() ? limits.asynchronous() : 0,
                                limits.time(),
                                limits.message(),
                                limits.message()));
        deferred.set(lambdas);
        LOG.info("Computer {} offers {}", self, engine.offers());
        if (settings.ports().controller().isPresent()) {
            announcer =
                    new Announcer(
                            peers,
                            timer,
                            limits.lease(),
                            new Announcer.Subject(
                                    settings.ports().controller().get(), self, engine::offers));
            announcer.now();
        }
    }

    private Servers.Running serve(
            EndPoint endPoint, io.grpc.BindableService service, String... callers)
            throws IOException {
        Servers.Running server =
                Servers.at(endPoint, loops)
                        .service(service)
                        .guard(guard)
                        .callers(callers)
                        .limit(ROOM * settings.limits().message())
                        .start();
        servers.add(server);
        return server;
    }

    private void changed() {
        Announcer told = announcer;
        if (told != null) {
            told.now();
        }
    }

    /** As others reach the lambda port. */
    public EndPoint endPoint() {
        return self;
    }

    /** Takes a Java function with the properties of its service. */
    public void add(EdgeFunction function, Map<String, Object> properties) {
        services.add(function, properties);
    }

    /** Forgets a Java function. */
    public void remove(EdgeFunction function) {
        services.remove(function);
    }

    /**
     * Says farewell to the controller, lets calls under way end, then closes everything. Brokers
     * get a moment to hear of it before calls are refused.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (announcer != null) {
            announcer.farewell();
            LockSupport.parkNanos(NOTICE.toNanos());
        }
        drain();
        if (loads != null) {
            loads.end();
        }
        servers.forEach(server -> server.drain(Duration.ofSeconds(1)));
        sources.forEach(FunctionSource::close);
        if (channels != null) {
            channels.close();
        }
        timer.shutdownNow();
        loops.close();
        LOG.info("Computer {} is gone", self);
    }

    private void drain() {
        if (lambdas == null) {
            return;
        }
        lambdas.stop();
        long end = System.nanoTime() + settings.limits().drain().toNanos();
        while (lambdas.open() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000);
        }
        if (lambdas.open() > 0) {
            LOG.warn("Computer {} gives up {} calls", self, lambdas.open());
        }
    }
}
