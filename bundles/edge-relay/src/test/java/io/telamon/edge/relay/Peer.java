/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import io.grpc.stub.StreamObserver;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Loops;
import io.telamon.edge.kit.Servers;
import io.telamon.edge.rpc.EdgeServerGrpc;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A computer in this process that does what a test wants. */
final class Peer implements AutoCloseable {
    final AtomicInteger calls = new AtomicInteger();
    private final Loops loops = new Loops("peer", 1);
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final Function<LambdaRequest, LambdaResponse> work;
    private Servers.Running server;

    Peer(Function<LambdaRequest, LambdaResponse> work) throws IOException {
        this.work = work;
        start(EndPoint.parse("127.0.0.1:0"));
    }

    static LambdaResponse ok(LambdaRequest request) {
        return LambdaResponse.newBuilder()
                .setRetcode("OK")
                .setOutput(request.getInput())
                .setHops(request.getHops() + 1)
                .build();
    }

    EndPoint at() {
        return server.endPoint();
    }

    void kill() {
        server.drain(Duration.ZERO);
    }

    void restart() throws IOException {
        start(server.endPoint());
    }

    private void start(EndPoint at) throws IOException {
        server =
                Servers.at(at, loops)
                        .executor(pool)
                        .service(
                                new EdgeServerGrpc.EdgeServerImplBase() {
                                    @Override
                                    public void runLambda(
                                            LambdaRequest request,
                                            StreamObserver<LambdaResponse> out) {
                                        calls.incrementAndGet();
                                        out.onNext(work.apply(request));
                                        out.onCompleted();
                                    }
                                })
                        .start();
    }

    @Override
    public void close() {
        kill();
        pool.shutdownNow();
        loops.close();
    }
}
