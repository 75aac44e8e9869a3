/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench.edge;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.telamon.edge.dispatcher.internal.DispatcherProgram;
import io.telamon.edge.kit.Program;
import io.telamon.edge.router.internal.RouterProgram;
import io.telamon.edge.rpc.EdgeRouterConf;
import io.telamon.edge.rpc.EdgeRouterGrpc;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures a broker beside the bare proxy, pair by pair: {@code EdgeBench pairs PAIRS SECONDS
 * CLIENTS [router options]}; what a large table costs a broker, or a choice alone: {@code EdgeBench
 * table|choice SECONDS POLICY ...}; the memory of many destinations: {@code EdgeBench memory
 * COUNT}. Writes one line of numbers per run and the medians of the ratios.
 */
public final class EdgeBench {
    private static final String HERE = "127.0.0.1:";

    private EdgeBench() {}

    /** Runs a measurement or, in a process of its own, one of its roles. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = List.of(arguments);
        List<String> rest = words.subList(1, words.size());
        switch (words.get(0)) {
            case "echo" -> Echo.run(Integer.parseInt(rest.get(0)));
            case "bare" ->
                    BareProxy.run(Integer.parseInt(rest.get(0)), Integer.parseInt(rest.get(1)));
            case "router" -> program(new RouterProgram(), rest);
            case "dispatcher" -> program(new DispatcherProgram(), rest);
            case "pairs" -> pairs(rest);
            case "table" ->
                    TableBench.run(Double.parseDouble(rest.get(0)), rest.subList(1, rest.size()));
            case "choice" ->
                    ChoiceBench.run(Double.parseDouble(rest.get(0)), rest.subList(1, rest.size()));
            case "memory" -> TableBench.memory(Integer.parseInt(rest.get(0)));
            default -> throw new IllegalArgumentException("pairs, table, choice or memory?");
        }
    }

    private static void program(Program program, List<String> options)
            throws IOException, InterruptedException {
        program.run(options, Map.of(), new StringBuilder());
    }

    private static void pairs(List<String> words) throws IOException, InterruptedException {
        int pairs = Integer.parseInt(words.get(0));
        double seconds = Double.parseDouble(words.get(1));
        int[] clients =
                Arrays.stream(words.get(2).split(",")).mapToInt(Integer::parseInt).toArray();
        boolean dispatcher = words.contains("dispatcher");
        List<String> options =
                words.subList(3, words.size()).stream().filter(w -> w.startsWith("--")).toList();
        int echoPort = Child.freePort();
        int tables = Child.freePort();
        int brokerPort = Child.freePort();
        List<String> role = new ArrayList<>();
        role.add(dispatcher ? "dispatcher" : "router");
        role.add("--server-endpoint=" + HERE + brokerPort);
        role.add("--configuration-endpoint=" + HERE + tables);
        role.addAll(options);
        int barePort = Child.freePort();
        try (Child echo = new Child(echoPort, List.of("echo", "" + echoPort));
                Child bare = new Child(barePort, List.of("bare", "" + barePort, "" + echo.port));
                Child broker = new Child(brokerPort, role);
                Load direct = new Load(echo.port, "f");
                Load ofBare = new Load(bare.port, "f");
                Load ofBroker = new Load(broker.port, "f")) {
            route(tables, echo.port);
            for (int count : new int[] {1, 64, 8, 256}) {
                ofBare.run(count, 2);
                ofBroker.run(count, 2);
            }
            for (int count : clients) {
                say("direct", count, direct.run(count, Math.min(3, seconds)), 0);
                series(pairs, seconds, count, List.of(bare, broker), List.of(ofBare, ofBroker));
            }
            Report.line("memory: bare %.0f MB, broker %.0f MB", bare.memory(), broker.memory());
        }
    }

    private static void series(
            int pairs, double seconds, int clients, List<Child> children, List<Load> loads)
            throws IOException, InterruptedException {
        double[][] ratios = new double[4][pairs];
        for (int pair = 0; pair < pairs; pair++) {
            Load.Result[] results = new Load.Result[2];
            double[] cpu = new double[2];
            for (int turn = 0; turn < 2; turn++) {
                int who = (pair + turn) % 2;
                double before = children.get(who).cpu();
                results[who] = loads.get(who).run(clients, seconds);
                cpu[who] = (children.get(who).cpu() - before) * 1e6 / results[who].count();
                say(who == 0 ? "bare" : "broker", clients, results[who], cpu[who]);
            }
            ratios[0][pair] = results[1].perSecond() / results[0].perSecond();
            ratios[1][pair] = results[1].p99() / results[0].p99();
            ratios[2][pair] = results[1].p50() - results[0].p50();
            ratios[3][pair] = cpu[1] / cpu[0];
        }
        Report.line(
                "MEDIAN %3d clients: requests/s x%.3f, p99 x%.3f, p50 %+.3f ms, cpu x%.3f",
                clients,
                Report.median(ratios[0]),
                Report.median(ratios[1]),
                Report.median(ratios[2]),
                Report.median(ratios[3]));
    }

    private static void say(String who, int clients, Load.Result result, double cpu) {
        Report.line(
                "%-7s %3d clients: %8.0f/s p50 %7.3f p99 %7.3f ms, cpu %5.1f us, %d errors",
                who, clients, result.perSecond(), result.p50(), result.p99(), cpu, result.errors());
    }

    private static void route(int tables, int... destinations) {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress(new InetSocketAddress("127.0.0.1", tables))
                        .usePlaintext()
                        .build();
        EdgeRouterGrpc.EdgeRouterBlockingStub stub = EdgeRouterGrpc.newBlockingStub(channel);
        IntStream.of(destinations)
                .forEach(
                        port ->
                                stub.configure(
                                        EdgeRouterConf.newBuilder()
                                                .setAction(EdgeRouterConf.Action.CHANGE)
                                                .setLambda("f")
                                                .setDestination(HERE + port)
                                                .setWeight(1)
                                                .setFinal(true)
                                                .build()));
        channel.shutdownNow();
    }
}
