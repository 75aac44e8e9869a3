/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.telamon.edge.rpc.EdgeRouterConf;
import io.telamon.edge.rpc.EdgeRouterGrpc;
import io.telamon.edge.rpc.ForwardingEntry;
import io.telamon.edge.rpc.ForwardingTable;
import io.telamon.edge.rpc.Return;
import io.telamon.edge.rpc.TableId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The table port of a router, over the network, with faults that a test orders. */
final class TableServer extends EdgeRouterGrpc.EdgeRouterImplBase implements AutoCloseable {
    final Map<Route, Boolean> table = new ConcurrentHashMap<>();
    final List<EdgeRouterConf> orders = new CopyOnWriteArrayList<>();
    volatile boolean silent;
    volatile boolean unreadable;
    volatile String poison = "none";
    private final int port;
    private Server server;

    TableServer() {
        server = listen(0);
        port = server.getPort();
    }

    private Server listen(int at) {
        try {
            return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", at))
                    .addService(this)
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String endpoint() {
        return "127.0.0.1:" + port;
    }

    void stop() {
        try {
            server.shutdownNow().awaitTermination();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Comes back empty, as after a crash. */
    void restart() {
        table.clear();
        server = listen(port);
    }

    @Override
    public void configure(EdgeRouterConf order, StreamObserver<Return> answer) {
        if (silent) {
            return;
        }
        orders.add(order);
        Route route = new Route(order.getLambda(), order.getDestination());
        String said = "OK";
        if (order.getLambda().equals(poison)) {
            said = "Error: poison";
        } else {
            switch (order.getAction()) {
                case FLUSH -> table.clear();
                case CHANGE -> table.put(route, order.getFinal());
                case REMOVE -> said = table.remove(route) == null ? "Error: not there" : "OK";
                default -> throw new AssertionError(order);
            }
        }
        answer.onNext(Return.newBuilder().setMsg(said).build());
        answer.onCompleted();
    }

    @Override
    public void getTable(TableId which, StreamObserver<ForwardingTable> answer) {
        if (silent) {
            return;
        }
        if (unreadable) {
            answer.onError(Status.UNIMPLEMENTED.asRuntimeException());
            return;
        }
        ForwardingTable.Builder all = ForwardingTable.newBuilder();
        table.forEach(
                (route, isFinal) ->
                        all.addEntries(
                                ForwardingEntry.newBuilder()
                                        .setLambda(route.lambda())
                                        .setDestination(route.destination())
                                        .setWeight(0.5f)
                                        .setFinal(isFinal)));
        answer.onNext(all.build());
        answer.onCompleted();
    }

    @Override
    public void close() {
        stop();
    }
}
