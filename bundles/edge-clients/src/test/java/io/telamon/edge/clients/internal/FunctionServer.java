/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.telamon.edge.rpc.CallbackServerGrpc;
import io.telamon.edge.rpc.EdgeServerGrpc;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.rpc.State;
import io.telamon.edge.rpc.StateServerGrpc;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A computer over the network that adds its function's name to the input, with faults to order. */
final class FunctionServer extends EdgeServerGrpc.EdgeServerImplBase implements AutoCloseable {
    final List<LambdaRequest> requests = new CopyOnWriteArrayList<>();
    volatile long delayMillis;
    volatile String retcode = "OK";
    volatile String failure = "";
    volatile Status status = Status.OK;
    volatile boolean silent;
    private final Server server;
    private final int port;

    FunctionServer() throws IOException {
        ServerBuilder<?> builder =
                NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0));
        server = builder.addService(this).build().start();
        port = server.getPort();
    }

    String endPoint() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void runLambda(LambdaRequest request, StreamObserver<LambdaResponse> answer) {
        requests.add(request);
        if (silent) {
            return;
        }
        pause();
        if (!status.isOk()) {
            answer.onError(status.asRuntimeException());
            return;
        }
        LambdaResponse.Builder response =
                LambdaResponse.newBuilder()
                        .setRetcode(retcode)
                        .setFailure(failure)
                        .setResponder(endPoint())
                        .setOutput(request.getInput() + "+" + request.getName())
                        .setPtime(7)
                        .setLoad1(42)
                        .setHops(request.getHops() + 1);
        fetch(request.getStatesMap(), response);
        if (request.getCallback().isEmpty()) {
            answer.onNext(response.build());
        } else {
            answer.onNext(
                    LambdaResponse.newBuilder().setRetcode("OK").setAsynchronous(true).build());
            callBack(request.getCallback(), response.build());
        }
        answer.onCompleted();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(delayMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes states over as a computer does: fetches those that are elsewhere. */
    private static void fetch(Map<String, State> states, LambdaResponse.Builder response) {
        states.forEach(
                (name, state) -> {
                    State mine = state;
                    if (!state.getLocation().isEmpty()) {
                        ManagedChannel channel = channel(state.getLocation());
                        mine =
                                StateServerGrpc.newBlockingStub(channel)
                                        .withDeadlineAfter(5, TimeUnit.SECONDS)
                                        .get(state)
                                        .getState();
                        StateServerGrpc.newBlockingStub(channel)
                                .withDeadlineAfter(5, TimeUnit.SECONDS)
                                .del(state);
                        channel.shutdownNow();
                    }
                    response.putStates(name, mine);
                });
    }

    private static void callBack(String endPoint, LambdaResponse response) {
        ManagedChannel channel = channel(endPoint);
        CallbackServerGrpc.newBlockingStub(channel)
                .withDeadlineAfter(5, TimeUnit.SECONDS)
                .receiveResponse(response);
        channel.shutdownNow();
    }

    private static ManagedChannel channel(String endPoint) {
        return NettyChannelBuilder.forTarget(endPoint).usePlaintext().build();
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
