/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.telamon.edge.kit.Program;
import io.telamon.edge.rpc.EdgeComputerGrpc;
import io.telamon.edge.rpc.EdgeRouterConf;
import io.telamon.edge.rpc.EdgeRouterGrpc;
import io.telamon.edge.rpc.ForwardingEntry;
import io.telamon.edge.rpc.ForwardingTable;
import io.telamon.edge.rpc.NumTables;
import io.telamon.edge.rpc.Return;
import io.telamon.edge.rpc.TableId;
import io.telamon.edge.rpc.Utilization;
import io.telamon.edge.rpc.Void;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ToolsTest {
    private final List<EdgeRouterConf> orders = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private String said = "OK";
    private Server server;

    @AfterEach
    void close() {
        if (server != null) {
            server.shutdownNow();
        }
    }

    private String serve(BindableService service) throws IOException {
        server =
                NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
                        .addService(service)
                        .build()
                        .start();
        return "127.0.0.1:" + server.getPort();
    }

    private int table(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("--server-endpoint", serve(new Table())));
        all.addAll(List.of(arguments));
        try {
            return new TableProgram().run(all, Map.of(), out);
        } finally {
            close();
        }
    }

    @Test
    void dumpsTablesAsTheReferenceDoes() throws Exception {
        assertThat(table()).isZero();

        assertThat(out)
                .hasToString(
                        """
                        Table#0
                        clambda0 [0.106305] 127.0.0.1:10000 (F)
                                 [0.5     ] 127.0.0.1:10001
                        g        [1       ] 127.0.0.1:10000 (F)
                        Table#1
                        clambda0 [0.106305] 127.0.0.1:10000 (F)
                        g        [1       ] 127.0.0.1:10000 (F)
                        """);
    }

    @Test
    void changesRemovesFlushesAndResets() throws Exception {
        table(
                "--action",
                "change",
                "--lambda",
                "f",
                "--destination",
                "h:1",
                "--weight",
                "2.5",
                "--final");
        table("--action", "remove", "--lambda", "f", "--destination", "h:1");
        table("--action", "flush");
        table("--action", "reset");

        EdgeRouterConf change = orders.get(0);
        assertThat(change.getAction()).isEqualTo(EdgeRouterConf.Action.CHANGE);
        assertThat(change.getWeight()).isEqualTo(2.5f);
        assertThat(change.getFinal()).isTrue();
        assertThat(orders.get(1).getAction()).isEqualTo(EdgeRouterConf.Action.REMOVE);
        assertThat(orders.get(1).getDestination()).isEqualTo("h:1");
        assertThat(orders.get(2).getAction()).isEqualTo(EdgeRouterConf.Action.FLUSH);
        assertThat(orders.subList(3, orders.size()))
                .hasSize(3)
                .allMatch(order -> order.getWeight() == 1);
        assertThat(orders.get(4).getFinal()).as("stays as it was").isFalse();
        assertThat(out).hasToString("OK\nOK\nOK\nOK\n");
    }

    @Test
    void refusalsAndSilenceAreFailures() throws Exception {
        said = "Error: no";
        assertThat(table("--action", "flush")).isEqualTo(1);
        assertThat(
                        new TableProgram()
                                .run(
                                        List.of(
                                                "--server-endpoint",
                                                "127.0.0.1:1",
                                                "--deadline",
                                                "1"),
                                        Map.of(),
                                        out))
                .isEqualTo(1);
        assertThat(out).isEmpty();
        assertThatThrownBy(() -> table("--action", "dance"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void printsHowBusyProcessorsAre() throws Exception {
        Program program = new UtilizationProgram();
        String at = serve(new Computer());

        int code = program.run(List.of("--server-endpoint", at), Map.of(), out);

        assertThat(code).isEqualTo(1);
        assertThat(out.toString().lines().map(line -> line.replaceFirst("^[0-9.]+ ", "")))
                .containsExactly(
                        "arm 0.133199", "bm2837 0.000000", "arm 1.000000", "bm2837 0.000000");
    }

    @Test
    void stopsPrintingAfterItsTime() throws Exception {
        String at = serve(new Silent());

        int code =
                new UtilizationProgram()
                        .run(List.of("--server-endpoint", at, "--duration", "0.2"), Map.of(), out);

        assertThat(code).isZero();
    }

    /** A table of three routes, one of them not final. */
    private final class Table extends EdgeRouterGrpc.EdgeRouterImplBase {
        @Override
        public void configure(EdgeRouterConf order, StreamObserver<Return> answer) {
            orders.add(order);
            answer.onNext(Return.newBuilder().setMsg(said).build());
            answer.onCompleted();
        }

        @Override
        public void getTable(TableId which, StreamObserver<ForwardingTable> answer) {
            ForwardingTable.Builder table = ForwardingTable.newBuilder();
            table.addEntries(entry("clambda0", 10000, 0.106305f, true));
            if (which.getValue() == 0) {
                table.addEntries(entry("clambda0", 10001, 0.5f, false));
            }
            answer.onNext(table.addEntries(entry("g", 10000, 1, true)).build());
            answer.onCompleted();
        }

        @Override
        public void getNumTables(Void nothing, StreamObserver<NumTables> answer) {
            answer.onNext(NumTables.newBuilder().setValue(2).build());
            answer.onCompleted();
        }
    }

    private static ForwardingEntry entry(String lambda, int port, float weight, boolean isFinal) {
        return ForwardingEntry.newBuilder()
                .setLambda(lambda)
                .setDestination("127.0.0.1:" + port)
                .setWeight(weight)
                .setFinal(isFinal)
                .build();
    }

    /** Tells twice and breaks. */
    private static final class Computer extends EdgeComputerGrpc.EdgeComputerImplBase {
        @Override
        public void streamUtil(Void nothing, StreamObserver<Utilization> answer) {
            Utilization.Builder busy = Utilization.newBuilder().putValues("bm2837", 0);
            answer.onNext(busy.putValues("arm", 0.133199f).build());
            answer.onNext(busy.putValues("arm", 1).build());
            answer.onError(Status.UNAVAILABLE.asRuntimeException());
        }
    }

    /** Never tells. */
    private static final class Silent extends EdgeComputerGrpc.EdgeComputerImplBase {
        @Override
        public void streamUtil(Void nothing, StreamObserver<Utilization> answer) {
            answer.onNext(Utilization.getDefaultInstance());
        }
    }
}
