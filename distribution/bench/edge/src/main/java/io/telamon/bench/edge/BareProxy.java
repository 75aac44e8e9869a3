/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench.edge;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.MultiThreadIoEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollIoHandler;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollServerSocketChannel;
import io.grpc.netty.shaded.io.netty.channel.epoll.EpollSocketChannel;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * A proxy in front of one server that passes bytes and does nothing else, with everything that
 * makes gRPC quick: one group of event loops, calls run on them, no repetition.
 */
final class BareProxy implements ServerCallHandler<byte[], byte[]> {
    private final ManagedChannel channel;

    private BareProxy(ManagedChannel channel) {
        this.channel = channel;
    }

    static void run(int port, int target) throws IOException, InterruptedException {
        MultiThreadIoEventLoopGroup loops =
                new MultiThreadIoEventLoopGroup(
                        Runtime.getRuntime().availableProcessors(), EpollIoHandler.newFactory());
        ManagedChannel channel =
                NettyChannelBuilder.forAddress(new InetSocketAddress("127.0.0.1", target))
                        .eventLoopGroup(loops)
                        .channelType(EpollSocketChannel.class)
                        .directExecutor()
                        .disableRetry()
                        .usePlaintext()
                        .build();
        NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port))
                .bossEventLoopGroup(loops)
                .workerEventLoopGroup(loops)
                .channelType(EpollServerSocketChannel.class)
                .directExecutor()
                .addService(Bytes.service(new BareProxy(channel)))
                .build()
                .start()
                .awaitTermination();
    }

    @Override
    public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> in, Metadata headers) {
        ClientCall<byte[], byte[]> out = channel.newCall(Bytes.METHOD, CallOptions.DEFAULT);
        out.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onHeaders(Metadata answer) {
                        in.sendHeaders(answer);
                    }

                    @Override
                    public void onMessage(byte[] message) {
                        in.sendMessage(message);
                    }

                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        in.close(status, trailers);
                    }
                },
                new Metadata());
        out.request(2);
        in.request(2);
        return new ServerCall.Listener<>() {
            @Override
            public void onMessage(byte[] message) {
                out.sendMessage(message);
            }

            @Override
            public void onHalfClose() {
                out.halfClose();
            }

            @Override
            public void onCancel() {
                out.cancel("the caller went away", null);
            }
        };
    }
}
