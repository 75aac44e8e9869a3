/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench.edge;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.telamon.edge.rpc.LambdaResponse;
import java.io.IOException;
import java.net.InetSocketAddress;

/** A computer whose functions cost nothing. */
final class Echo {
    private Echo() {}

    static void run(int port) throws IOException, InterruptedException {
        byte[] answer =
                LambdaResponse.newBuilder()
                        .setRetcode("OK")
                        .setOutput("x".repeat(80))
                        .setHops(2)
                        .build()
                        .toByteArray();
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port))
                .directExecutor()
                .addService(Bytes.service((call, headers) -> answer(call, answer)))
                .build()
                .start()
                .awaitTermination();
    }

    private static ServerCall.Listener<byte[]> answer(
            ServerCall<byte[], byte[]> call, byte[] answer) {
        call.request(2);
        return new ServerCall.Listener<>() {
            @Override
            public void onHalfClose() {
                call.sendHeaders(new Metadata());
                call.sendMessage(answer);
                call.close(Status.OK, new Metadata());
            }
        };
    }
}
