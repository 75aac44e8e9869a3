/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import io.grpc.CallCredentials;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ConnectivityState;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NegotiationType;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.ChannelOption;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * Channels to other roles, opened when they are first used and kept. A call made on a loop's thread
 * gets the channel that lives on the same loop, so that it changes threads nowhere. Channels do not
 * repeat calls by themselves.
 */
public final class Channels implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2000;

    private final Map<EndPoint, Row> pool = new ConcurrentHashMap<>();
    private final Loops loops;
    private final Executor executor;
    private final int limit;
    private final SslContext tls;
    private final ClientInterceptor credentials;
    private volatile boolean closed;

    /**
     * Answers are delivered by the executor; {@code Runnable::run} delivers them on the loops,
     * where nothing may block. Limit is the longest answer in bytes.
     */
    public Channels(Loops loops, Guard guard, Executor executor, int limit) throws IOException {
        this.loops = loops;
        this.executor = executor;
        this.limit = limit;
        this.tls = guard.tls().isPresent() ? guard.tls().get().client() : null;
        this.credentials = guard.credentials().map(Channels::shows).orElse(null);
    }

    /** The channel to an end-point for the thread that asks. */
    public ManagedChannel to(EndPoint endPoint) {
        return open(endPoint).on(loops.current());
    }

    /** The channels to an end-point, for somebody who keeps them at hand. */
    public Row open(EndPoint endPoint) {
        Row row = pool.get(endPoint);
        return row == null ? pool.computeIfAbsent(endPoint, Row::new) : row;
    }

    /** Closes what is open to an end-point; calls under way go on. */
    public void drop(EndPoint endPoint) {
        Row row = pool.remove(endPoint);
        if (row != null) {
            row.shut(ManagedChannel::shutdown);
        }
    }

    /** A channel whose calls end after this time unless the caller set an earlier end. */
    public static Channel within(Channel channel, Duration limit) {
        return new Deadlined(channel, limit);
    }

    private ManagedChannel build(EndPoint endPoint, EventLoopGroup loop) {
        NettyChannelBuilder builder =
                NettyChannelBuilder.forTarget("dns:///" + endPoint)
                        .eventLoopGroup(loop)
                        .channelType(loops.channelType())
                        .executor(executor)
                        .withOption(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                        .disableRetry()
                        .maxTraceEvents(0)
                        .maxInboundMessageSize(limit)
                        .keepAliveTime(20, TimeUnit.SECONDS)
                        .keepAliveTimeout(5, TimeUnit.SECONDS)
                        .idleTimeout(10, TimeUnit.MINUTES);
        if (tls == null) {
            builder.negotiationType(NegotiationType.PLAINTEXT);
        } else {
            builder.sslContext(tls);
        }
        if (credentials != null) {
            builder.intercept(credentials);
        }
        return builder.build();
    }

    private static ClientInterceptor shows(CallCredentials token) {
        return new ClientInterceptor() {
            @Override
            public <Q, A> ClientCall<Q, A> interceptCall(
                    MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
                return next.newCall(method, options.withCallCredentials(token));
            }
        };
    }

    /** Closes all channels; calls under way end. */
    @Override
    public void close() {
        closed = true;
        pool.values().forEach(row -> row.shut(ManagedChannel::shutdownNow));
        pool.clear();
    }

    /** The channels to one end-point, one per loop. */
    public final class Row {
        private final EndPoint endPoint;
        private final AtomicReferenceArray<ManagedChannel> row =
                new AtomicReferenceArray<>(loops.count());
        // guarded by this
        private boolean shut;

        private Row(EndPoint endPoint) {
            this.endPoint = endPoint;
        }

        /** The channel that lives on this loop; -1 is any. Fails when it was dropped. */
        public ManagedChannel on(int loop) {
            int number = Math.max(0, loop);
            ManagedChannel channel = row.get(number);
            return channel == null ? openOn(number) : channel;
        }

        private synchronized ManagedChannel openOn(int loop) {
            ManagedChannel channel = row.get(loop);
            if (channel == null) {
                if (shut || closed) {
                    throw new IllegalStateException("the channels to " + endPoint + " are closed");
                }
                channel = build(endPoint, loops.loop(loop));
                row.set(loop, channel);
            }
            return channel;
        }

        /**
         * Tries to connect now instead of when gRPC's back-off allows it, and tells what the
         * connection of the first loop is like.
         */
        public ConnectivityState knock() {
            for (int i = 0; i < row.length(); i++) {
                ManagedChannel channel = row.get(i);
                if (channel != null) {
                    channel.resetConnectBackoff();
                }
            }
            return on(0).getState(true);
        }

        private synchronized void shut(Consumer<ManagedChannel> how) {
            shut = true;
            for (int i = 0; i < row.length(); i++) {
                ManagedChannel channel = row.getAndSet(i, null);
                if (channel != null) {
                    how.accept(channel);
                }
            }
        }
    }

    /** Sets an end to calls that have none. */
    private static final class Deadlined extends Channel {
        private final Channel channel;
        private final Duration limit;

        Deadlined(Channel channel, Duration limit) {
            this.channel = channel;
            this.limit = limit;
        }

        @Override
        public <Q, A> ClientCall<Q, A> newCall(MethodDescriptor<Q, A> method, CallOptions options) {
            boolean set = options.getDeadline() != null;
            return channel.newCall(
                    method,
                    set
                            ? options
                            : options.withDeadlineAfter(limit.toNanos(), TimeUnit.NANOSECONDS));
        }

        @Override
        public String authority() {
            return channel.authority();
        }
    }
}
