/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.grpc.StatusRuntimeException;
import io.telamon.edge.api.EdgeAnswer;
import io.telamon.edge.api.EdgeBrokerView;
import io.telamon.edge.kit.Channels;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Loops;
import io.telamon.edge.kit.Servers;
import io.telamon.edge.relay.policy.Policy;
import io.telamon.edge.relay.policy.Weighing;
import io.telamon.edge.relay.table.Tables;
import io.telamon.edge.relay.wire.RunLambda;
import io.telamon.edge.rpc.EdgeServerGrpc;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.rpc.RouterInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * An open broker: tables and their port, the lambda port, announcements. Closing takes no new
 * requests and lets those under way end.
 */
public final class Broker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Loops loops;
    private final Channels channels;
    private final Tables tables;
    private final Relay relay;
    private final ScheduledExecutorService background;
    private Servers.Running configuration;
    private Servers.Running lambda;
    private Announcer announcer;

    /**
     * How requests are distributed; with a probe all destinations are asked first, for at most that
     * long.
     */
    public record Rule(
            int tables,
            Supplier<? extends Policy> policies,
            Weighing weighing,
            Optional<Duration> probe) {
        private Optional<Scout> scout(Loops loops) {
            return probe.map(patience -> new Probe(loops, patience));
        }
    }

    private Broker(BrokerSettings settings, Rule rule) throws IOException {
        loops = new Loops("edge-broker", settings.threads());
        channels = new Channels(loops, settings.guard(), Runnable::run, settings.messageLimit());
        Destinations destinations = new Destinations(channels, loops);
        tables = new Tables(rule.tables(), destinations, rule.policies(), rule.weighing());
        relay = new Relay(tables, destinations, loops, settings.relay());
        relay.scout(rule.scout(loops));
        background =
                Executors.newScheduledThreadPool(
                        2,
                        task -> {
                            Thread thread = new Thread(task, "edge-broker-background");
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    /** Opens the ports, the one for tables first, since the controller uses it at once. */
    public static Broker open(BrokerSettings settings, Rule rule) throws IOException {
        Broker broker = new Broker(settings, rule);
        try {
            broker.openPorts(settings);
        } catch (IOException e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    private void openPorts(BrokerSettings settings) throws IOException {
        configuration =
                Servers.at(settings.configuration(), loops)
                        .guard(settings.guard())
                        .limit(settings.messageLimit())
                        .callers("controller")
                        .executor(background)
                        .service(new TablePort(tables, background))
                        .start();
        lambda =
                Servers.at(settings.lambda(), loops)
                        .guard(settings.guard())
                        .callers("client", "computer", "broker")
                        .limit(settings.messageLimit())
                        .service(RunLambda.service(relay))
                        .start();
        settings.controller().ifPresent(to -> announce(to, settings.lease()));
    }

    private void announce(EndPoint controller, Duration lease) {
        RouterInfo router =
                RouterInfo.newBuilder()
                        .setEdgeServerEndpoint(lambda.endPoint().toString())
                        .setForwardingTableEndpoint(configuration.endPoint().toString())
                        .build();
        announcer = new Announcer(background, channels, controller, router, lease);
        announcer.start();
    }

    /** Where clients call. */
    public EndPoint lambda() {
        return lambda.endPoint();
    }

    /** Where tables are changed. */
    public EndPoint configuration() {
        return configuration.endPoint();
    }

    /** The tables. */
    public Tables tables() {
        return tables;
    }

    /** What it does at this moment. */
    public EdgeBrokerView view(String kind, String policy) {
        return new EdgeBrokerView(
                kind,
                lambda.endPoint().toString(),
                policy,
                tables.routes(),
                tables.functions(),
                relay.homelessSoFar());
    }

    /** Calls a function through its own lambda port, as a client would. Blocks. */
    public EdgeAnswer call(String function, String input, Duration limit) {
        LambdaRequest request =
                LambdaRequest.newBuilder().setName(function).setInput(input).build();
        long start = System.nanoTime();
        try {
            LambdaResponse answer =
                    EdgeServerGrpc.newBlockingStub(
                                    Channels.within(channels.to(lambda.endPoint()), limit))
                            .runLambda(request);
            return new EdgeAnswer(
                    answer.getRetcode(),
                    answer.getOutput(),
                    answer.getDataout().size(),
                    answer.getResponder(),
                    answer.getPtime(),
                    answer.getHops(),
                    Duration.ofNanos(System.nanoTime() - start));
        } catch (StatusRuntimeException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            String why = e.getStatus().getCode() + ": " + e.getStatus().getDescription();
            return new EdgeAnswer(why, "", 0, "", 0, 0, took);
        }
    }

    /** Distributes otherwise and with other limits from now on; no request is disturbed. */
    public void change(RelaySettings settings, Rule rule) {
        tables.rule(rule.policies(), rule.weighing());
        relay.scout(rule.scout(loops));
        relay.settings(settings);
    }

    @Override
    public void close() {
        if (announcer != null) {
            announcer.end();
        }
        if (lambda != null) {
            lambda.drain(PATIENCE);
        }
        if (configuration != null) {
            configuration.drain(Duration.ofSeconds(1));
        }
        background.shutdownNow();
        channels.close();
        loops.close();
    }
}
