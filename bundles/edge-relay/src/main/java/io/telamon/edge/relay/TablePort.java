/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.relay.table.Tables;
import io.telamon.edge.rpc.EdgeRouterConf;
import io.telamon.edge.rpc.EdgeRouterGrpc;
import io.telamon.edge.rpc.ForwardingEntry;
import io.telamon.edge.rpc.ForwardingTable;
import io.telamon.edge.rpc.NumTables;
import io.telamon.edge.rpc.Return;
import io.telamon.edge.rpc.TableId;
import io.telamon.edge.rpc.Void;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The configuration port of a broker. What cannot be done is a status, not a text that nobody
 * reads; removing what is not there is done already.
 */
final class TablePort extends EdgeRouterGrpc.EdgeRouterImplBase {
    private static final Return OK = Return.newBuilder().setMsg("OK").build();

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Tables tables;
    private final ScheduledExecutorService background;

    /** What is flushed is swept out in the background a second later. */
    TablePort(Tables tables, ScheduledExecutorService background) {
        this.tables = tables;
        this.background = background;
    }

    @Override
    public void configure(EdgeRouterConf change, StreamObserver<Return> out) {
        try {
            apply(change);
        } catch (IllegalArgumentException e) {
            out.onError(Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asException());
            return;
        }
        out.onNext(OK);
        out.onCompleted();
    }

    private void apply(EdgeRouterConf change) {
        switch (change.getAction()) {
            case FLUSH -> {
                tables.flush();
                background.schedule(tables::sweep, GRACE.toMillis(), TimeUnit.MILLISECONDS);
            }
            case CHANGE -> {
                float weight = change.getWeight();
                if (!(weight > 0) || Float.isInfinite(weight)) {
                    throw new IllegalArgumentException("the weight " + weight + " is not above 0");
                }
                EndPoint to = EndPoint.parse(change.getDestination());
                tables.change(function(change), to, weight, change.getFinal());
            }
            case REMOVE -> tables.remove(function(change), EndPoint.parse(change.getDestination()));
            default -> throw new IllegalArgumentException("there is no such action");
        }
    }

    private static String function(EdgeRouterConf change) {
        if (change.getLambda().isEmpty()) {
            throw new IllegalArgumentException("the lambda has no name");
        }
        return change.getLambda();
    }

    @Override
    public void getTable(TableId id, StreamObserver<ForwardingTable> out) {
        if (id.getValue() < 0 || id.getValue() >= tables.count()) {
            String message = "there is no table " + Integer.toUnsignedString(id.getValue());
            out.onError(Status.OUT_OF_RANGE.withDescription(message).asException());
            return;
        }
        ForwardingTable.Builder table = ForwardingTable.newBuilder();
        tables.rows(id.getValue())
                .forEach(
                        (function, rows) ->
                                rows.forEach(
                                        row ->
                                                table.addEntries(
                                                        ForwardingEntry.newBuilder()
                                                                .setLambda(function)
                                                                .setDestination(
                                                                        row.destination()
                                                                                .toString())
                                                                .setWeight((float) row.weight())
                                                                .setFinal(row.last()))));
        out.onNext(table.build());
        out.onCompleted();
    }

    @Override
    public void getNumTables(Void nothing, StreamObserver<NumTables> out) {
        out.onNext(NumTables.newBuilder().setValue(tables.count()).build());
        out.onCompleted();
    }
}
