/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench.edge;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.telamon.edge.rpc.LambdaRequest;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Clients in a closed loop: each sends its next request when the answer is there. */
final class Load implements AutoCloseable {
    private static final int CONNECTIONS = 8;

    private final List<ManagedChannel> channels = new ArrayList<>();
    private final byte[] request;

    Load(int port, String function) {
        request =
                LambdaRequest.newBuilder()
                        .setName(function)
                        .setInput("x".repeat(88))
                        .build()
                        .toByteArray();
        for (int i = 0; i < CONNECTIONS; i++) {
            channels.add(
                    NettyChannelBuilder.forAddress(new InetSocketAddress("127.0.0.1", port))
                            .directExecutor()
                            .disableRetry()
                            .usePlaintext()
                            .build());
        }
    }

    Result run(int clients, double seconds) throws InterruptedException {
        Run run = new Run(clients, System.nanoTime() + (long) (seconds * 1e9));
        long start = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            run.send(channels.get(i % CONNECTIONS));
        }
        if (!run.ended.await((long) seconds + 20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("calls are stuck");
        }
        return run.result((System.nanoTime() - start) * 1e-9);
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
    }

    /** What was measured; times in milliseconds. */
    record Result(long count, double perSecond, double p50, double p99, int errors) {}

    /** One run of the clients. */
    private final class Run {
        private static final int BUCKETS = 1_000_000;

        private final long end;
        private final CountDownLatch ended;
        private final AtomicInteger errors = new AtomicInteger();
        // microseconds, the last one holds what took a second or longer
        private final AtomicIntegerArray times = new AtomicIntegerArray(BUCKETS);

        Run(int clients, long end) {
            this.end = end;
            this.ended = new CountDownLatch(clients);
        }

        void send(ManagedChannel channel) {
            ClientCall<byte[], byte[]> call = channel.newCall(Bytes.METHOD, CallOptions.DEFAULT);
            long start = System.nanoTime();
            call.start(
                    new ClientCall.Listener<>() {
                        @Override
                        public void onClose(Status status, Metadata trailers) {
                            long now = System.nanoTime();
                            int micros = (int) Math.min(BUCKETS - 1, (now - start) / 1000);
                            times.incrementAndGet(micros);
                            if (!status.isOk()) {
                                errors.incrementAndGet();
                            }
                            if (now < end) {
                                send(channel);
                            } else {
                                ended.countDown();
                            }
                        }
                    },
                    new Metadata());
            call.request(2);
            call.sendMessage(request);
            call.halfClose();
        }

        Result result(double seconds) {
            long count = 0;
            for (int i = 0; i < BUCKETS; i++) {
                count += times.get(i);
            }
            return new Result(
                    count, count / seconds, at(count, 0.5), at(count, 0.99), errors.get());
        }

        private double at(long count, double share) {
            long left = (long) Math.ceil(count * share);
            int micros = -1;
            while (left > 0) {
                left -= times.get(++micros);
            }
            return (micros + 0.5) / 1000;
        }
    }
}
