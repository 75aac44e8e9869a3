/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench.edge;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.telamon.edge.rpc.EdgeRouterConf;
import io.telamon.edge.rpc.EdgeRouterGrpc;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/**
 * What a large table costs: brokers that choose, learn and answer by themselves, one with a small
 * and one with a large table, measured in turn; and the memory of a very large one.
 */
final class TableBench {
    private static final int FEW = 10;
    private static final int MANY = 10_000;
    private static final int WARMUPS = 3;
    private static final int PAIRS = 5;
    private static final int CLIENTS = 8;
    private static final String HERE = "127.0.0.1:";
    private static final String FUNCTION = "f";

    private TableBench() {}

    /** Policies of the router, or of the dispatcher as {@code dispatcher:rtt}. */
    static void run(double seconds, List<String> policies)
            throws IOException, InterruptedException {
        for (String policy : policies) {
            compare(policy, seconds);
        }
    }

    private static void compare(String policy, double seconds)
            throws IOException, InterruptedException {
        try (Child few = filled(policy, FEW);
                Child many = filled(policy, MANY);
                Load ofFew = new Load(few.port, FUNCTION);
                Load ofMany = new Load(many.port, FUNCTION)) {
            List<Child> children = List.of(few, many);
            List<Load> loads = List.of(ofFew, ofMany);
            for (int i = 0; i < 2 * WARMUPS; i++) {
                loads.get(i % 2).run(CLIENTS, seconds);
            }
            double[][] cpu = new double[2][PAIRS];
            double[][] rate = new double[2][PAIRS];
            double[] ratios = new double[PAIRS];
            for (int pair = 0; pair < PAIRS; pair++) {
                for (int turn = 0; turn < 2; turn++) {
                    int who = (pair + turn) % 2;
                    double before = children.get(who).cpu();
                    Load.Result result = loads.get(who).run(CLIENTS, seconds);
                    double used = children.get(who).cpu() - before;
                    cpu[who][pair] = used * 1e6 / result.count();
                    rate[who][pair] = result.perSecond();
                }
                ratios[pair] = cpu[1][pair] / cpu[0][pair];
            }
            Report.line(
                    "%-24s %d entries %6.0f/s %5.1f us, %d entries %6.0f/s %5.1f us of cpu, x%.3f",
                    policy,
                    FEW,
                    Report.median(rate[0]),
                    Report.median(cpu[0]),
                    MANY,
                    Report.median(rate[1]),
                    Report.median(cpu[1]),
                    Report.median(ratios));
        }
    }

    private static Child filled(String policy, int entries)
            throws IOException, InterruptedException {
        int tables = Child.freePort();
        int port = Child.freePort();
        boolean dispatcher = policy.startsWith("dispatcher:");
        String type = "type=" + policy.substring(policy.indexOf(':') + 1);
        Child child =
                new Child(
                        port,
                        List.of(
                                dispatcher ? "dispatcher" : "router",
                                "--server-endpoint=" + HERE + port,
                                "--configuration-endpoint=" + HERE + tables,
                                "--router-conf=fake=true",
                                dispatcher ? "--ptimeest-conf=" + type : "--table-conf=" + type,
                                dispatcher ? "--num-threads=0" : "--optimizer-conf=type=async"));
        fill(tables, entries);
        return child;
    }

    private static void fill(int tables, int entries) {
        ManagedChannel channel =
                NettyChannelBuilder.forAddress(new InetSocketAddress("127.0.0.1", tables))
                        .usePlaintext()
                        .build();
        EdgeRouterGrpc.EdgeRouterBlockingStub stub = EdgeRouterGrpc.newBlockingStub(channel);
        // as many calls for a small table, so that both processes are equally warm
        for (int i = 0; i < Math.max(MANY, entries); i++) {
            stub.configure(
                    EdgeRouterConf.newBuilder()
                            .setAction(EdgeRouterConf.Action.CHANGE)
                            .setLambda(FUNCTION)
                            .setDestination("computer" + i % entries + ".invalid:10000")
                            .setWeight(1)
                            .setFinal(true)
                            .build());
        }
        channel.shutdownNow();
    }

    /** Memory of a router with so many destinations, after it has chosen among them for a while. */
    static void memory(int destinations) throws IOException, InterruptedException {
        try (Child child = filled("two-choices", destinations);
                Load load = new Load(child.port, FUNCTION)) {
            double filled = child.memory();
            Load.Result result = load.run(CLIENTS, 5);
            Report.line(
                    "%d destinations: %.0f MB, after %d choices %.0f MB, %d errors",
                    destinations, filled, result.count(), child.memory(), result.errors());
        }
    }
}
