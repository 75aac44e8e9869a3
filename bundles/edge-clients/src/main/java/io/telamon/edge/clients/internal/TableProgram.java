/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.grpc.StatusRuntimeException;
import io.telamon.edge.kit.Options;
import io.telamon.edge.kit.Program;
import io.telamon.edge.rpc.EdgeRouterConf;
import io.telamon.edge.rpc.EdgeRouterGrpc;
import io.telamon.edge.rpc.ForwardingEntry;
import io.telamon.edge.rpc.ForwardingTable;
import io.telamon.edge.rpc.Return;
import io.telamon.edge.rpc.TableId;
import io.telamon.edge.rpc.Void;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows and changes the table of a router or dispatcher. */
public final class TableProgram implements Program {
    private static final Logger LOG = LoggerFactory.getLogger(TableProgram.class);
    private static final MathContext SHORT = new MathContext(6);

    @Override
    public String name() {
        return "tableclient";
    }

    private static Options options() {
        return Wires.options(
                Options.of("tableclient", "shows and changes the table of a router")
                        .option("server-endpoint", "localhost:6474", "table port")
                        .option(
                                "action",
                                "dump",
                                "dump, reset (all weights 1), flush, change, remove")
                        .option("lambda", "clambda0", "change, remove: function")
                        .option("destination", "localhost:6473", "change, remove: end-point")
                        .option("weight", "1", "change: weight in seconds")
                        .flag("final", "change: for forwarded requests too"));
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, Appendable out)
            throws IOException {
        Options options = options();
        Options.Parsed given = options.parse(arguments);
        if (given.help()) {
            out.append(options.help());
            return 0;
        }
        try (Wires wires = new Wires(given, environment)) {
            Table table =
                    new Table(
                            wires,
                            EdgeRouterGrpc.newBlockingStub(
                                    wires.to(given.endPoint("server-endpoint"), 0)));
            return act(given, table, out);
        } catch (StatusRuntimeException e) {
            LOG.error("The table cannot be had: {}", e.getMessage());
            return 1;
        }
    }

    private static int act(Options.Parsed given, Table table, Appendable out) throws IOException {
        switch (given.text("action")) {
            case "dump" -> {
                for (int number = 0; number < table.count(); number++) {
                    out.append("Table#" + number + "\n" + text(table.entries(number)));
                }
                return 0;
            }
            case "reset" -> table.reset();
            case "flush" -> table.send(order(EdgeRouterConf.Action.FLUSH, "", ""));
            case "change" ->
                    table.send(
                            order(
                                            EdgeRouterConf.Action.CHANGE,
                                            given.text("lambda"),
                                            given.endPoint("destination").toString())
                                    .setWeight((float) given.number("weight", 0, 1e30))
                                    .setFinal(given.flag("final")));
            case "remove" ->
                    table.send(
                            order(
                                    EdgeRouterConf.Action.REMOVE,
                                    given.text("lambda"),
                                    given.endPoint("destination").toString()));
            default ->
                    throw new IllegalArgumentException(
                            "--action is dump, reset, flush, change or remove, not "
                                    + given.text("action"));
        }
        if (table.refused) {
            return 1;
        }
        out.append("OK\n");
        return 0;
    }

    private static EdgeRouterConf.Builder order(
            EdgeRouterConf.Action action, String lambda, String destination) {
        return EdgeRouterConf.newBuilder()
                .setAction(action)
                .setLambda(lambda)
                .setDestination(destination);
    }

    /** Each lambda once, its destinations below each other. */
    static String text(List<ForwardingEntry> table) {
        List<ForwardingEntry> entries = new ArrayList<>(table);
        entries.sort(
                Comparator.comparing(ForwardingEntry::getLambda)
                        .thenComparing(ForwardingEntry::getDestination));
        int lambdaWidth = 0;
        int weightWidth = 0;
        for (ForwardingEntry entry : entries) {
            lambdaWidth = Math.max(lambdaWidth, entry.getLambda().length());
            weightWidth = Math.max(weightWidth, weight(entry).length());
        }
        StringBuilder text = new StringBuilder();
        String before = null;
        for (ForwardingEntry entry : entries) {
            boolean same = entry.getLambda().equals(before);
            before = entry.getLambda();
            text.append(pad(same ? "" : before, lambdaWidth))
                    .append(" [")
                    .append(pad(weight(entry), weightWidth))
                    .append("] ")
                    .append(entry.getDestination())
                    .append(entry.getFinal() ? " (F)\n" : "\n");
        }
        return text.toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String weight(ForwardingEntry entry) {
        float weight = entry.getWeight();
        if (Float.isNaN(weight) || Float.isInfinite(weight)) {
            return Float.toString(weight);
        }
        BigDecimal rounded = new BigDecimal(weight).round(SHORT);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** The table port. */
    private static final class Table {
        private final Wires wires;
        private final EdgeRouterGrpc.EdgeRouterBlockingStub stub;
        private boolean refused;

        Table(Wires wires, EdgeRouterGrpc.EdgeRouterBlockingStub stub) {
            this.wires = wires;
            this.stub = stub;
        }

        private EdgeRouterGrpc.EdgeRouterBlockingStub stub() {
            return stub.withDeadlineAfter(wires.deadline().toNanos(), TimeUnit.NANOSECONDS);
        }

        int count() {
            return stub().getNumTables(Void.getDefaultInstance()).getValue();
        }

        List<ForwardingEntry> entries(int number) {
            ForwardingTable table = stub().getTable(TableId.newBuilder().setValue(number).build());
            return table.getEntriesList();
        }

        void reset() {
            for (ForwardingEntry entry : entries(0)) {
                send(
                        order(
                                        EdgeRouterConf.Action.CHANGE,
                                        entry.getLambda(),
                                        entry.getDestination())
                                .setWeight(1)
                                .setFinal(entry.getFinal()));
            }
        }

        void send(EdgeRouterConf.Builder order) {
            Return answer = stub().configure(order.build());
            if (answer.getMsg().startsWith("Error")) {
                LOG.error("The router refused: {}", answer.getMsg());
                refused = true;
            }
        }
    }
}
