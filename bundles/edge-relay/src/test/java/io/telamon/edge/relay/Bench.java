/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.telamon.edge.kit.Channels;
import io.telamon.edge.kit.Conf;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Guard;
import io.telamon.edge.kit.Loops;
import io.telamon.edge.kit.Options;
import io.telamon.edge.relay.policy.Policies;
import io.telamon.edge.relay.policy.Weighing;
import io.telamon.edge.rpc.EdgeRouterConf;
import io.telamon.edge.rpc.EdgeRouterGrpc;
import io.telamon.edge.rpc.EdgeServerGrpc;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/** A broker for a test, with a client. */
final class Bench implements AutoCloseable {
    final Broker broker;
    final Loops loops = new Loops("client", 1);
    final Channels channels;

    Bench(String policy, String optimizer, String limits, EndPoint controller) throws IOException {
        Options.Parsed line =
                BrokerSettings.options(Options.of("x", "y"))
                        .parse(
                                List.of(
                                        "--server-endpoint=127.0.0.1:0",
                                        "--configuration-endpoint=127.0.0.1:0",
                                        "--lease=0.5",
                                        "--router-conf=" + limits,
                                        "--controller-endpoint="
                                                + (controller == null ? "" : controller)));
        broker =
                Broker.open(
                        BrokerSettings.of(line, Guard.open()),
                        new Broker.Rule(
                                2,
                                Policies.of(Conf.parse("t", "type=" + policy, "")),
                                Weighing.of(Conf.parse("o", "type=" + optimizer, "")),
                                Optional.empty()));
        channels = new Channels(loops, Guard.open(), Executors.newCachedThreadPool(), 5_000_000);
    }

    Bench(String limits) throws IOException {
        this("random", "trivial", limits, null);
    }

    void route(EndPoint to) {
        configure(EdgeRouterConf.Action.CHANGE, "f", to.toString(), 1);
    }

    void configure(EdgeRouterConf.Action action, String lambda, String to, float weight) {
        tables().configure(
                        EdgeRouterConf.newBuilder()
                                .setAction(action)
                                .setLambda(lambda)
                                .setDestination(to)
                                .setWeight(weight)
                                .setFinal(true)
                                .build());
    }

    EdgeRouterGrpc.EdgeRouterBlockingStub tables() {
        return EdgeRouterGrpc.newBlockingStub(
                Channels.within(channels.to(broker.configuration()), Duration.ofSeconds(5)));
    }

    EdgeServerGrpc.EdgeServerBlockingStub stub(Duration limit) {
        return EdgeServerGrpc.newBlockingStub(Channels.within(channels.to(broker.lambda()), limit));
    }

    LambdaResponse call(String input) {
        return stub(Duration.ofSeconds(5)).runLambda(request(input));
    }

    static LambdaRequest request(String input) {
        return LambdaRequest.newBuilder().setName("f").setInput(input).build();
    }

    @Override
    public void close() {
        channels.close();
        loops.close();
        broker.close();
    }
}
