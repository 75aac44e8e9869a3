/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Describes one port of a role and opens it: gRPC over HTTP/2 with health and reflection services.
 * A port is never shared: when somebody has it, {@link #start} says so.
 */
public final class Servers {
    /** What gRPC's programs take unless told otherwise. */
    public static final int MESSAGE_LIMIT = 4 * 1024 * 1024;

    private final EndPoint endPoint;
    private final Loops loops;
    private final List<ServerServiceDefinition> services = new ArrayList<>();
    private Guard guard = Guard.open();
    private Set<String> callers = Set.of();
    private int limit = MESSAGE_LIMIT;
    private int callsPerConnection = Integer.MAX_VALUE;
    private Executor executor = Runnable::run;

    private Servers(EndPoint endPoint, Loops loops) {
        this.endPoint = endPoint;
        this.loops = loops;
    }

    /** A port to open; port 0 takes a free one. */
    public static Servers at(EndPoint endPoint, Loops loops) {
        return new Servers(endPoint, loops);
    }

    /** Adds a service. */
    public Servers service(BindableService service) {
        return service(service.bindService());
    }

    /** Adds a service. */
    public Servers service(ServerServiceDefinition service) {
        services.add(service);
        return this;
    }

    /** Who may come in; without this call anybody. */
    public Servers guard(Guard value) {
        guard = value;
        return this;
    }

    /**
     * The roles that may call when the guard is closed: client, computer, broker, controller;
     * without this call any.
     */
    public Servers callers(String... roles) {
        callers = Set.of(roles);
        return this;
    }

    /** Longest message in bytes. */
    public Servers limit(int bytes) {
        limit = bytes;
        return this;
    }

    /** Most calls under way on one connection; more wait at the caller. */
    public Servers callsPerConnection(int most) {
        callsPerConnection = most;
        return this;
    }

    /** Where the services run; without this call on the loops, where nothing may block. */
    public Servers executor(Executor value) {
        executor = value;
        return this;
    }

    /** Opens the port. */
    public Running start() throws IOException {
        HealthStatusManager health = new HealthStatusManager();
        NettyServerBuilder builder =
                NettyServerBuilder.forAddress(endPoint.address())
                        .bossEventLoopGroup(loops.group())
                        .workerEventLoopGroup(loops.group())
                        .channelType(loops.serverType())
                        .executor(executor)
                        .maxInboundMessageSize(limit)
                        .maxConcurrentCallsPerConnection(callsPerConnection)
                        .permitKeepAliveWithoutCalls(true)
                        .permitKeepAliveTime(5, java.util.concurrent.TimeUnit.SECONDS)
                        .addService(health.getHealthService())
                        .addService(ProtoReflectionServiceV1.newInstance());
        services.forEach(builder::addService);
        if (guard.tls().isPresent()) {
            builder.sslContext(guard.tls().get().server());
            if (!callers.isEmpty()) {
                builder.intercept(new RoleCheck(callers));
            }
        }
        guard.interceptor().ifPresent(builder::intercept);
        try {
            return new Running(endPoint, builder.build().start(), health);
        } catch (IOException e) {
            throw new IOException("the port of " + endPoint + " cannot be had: " + cause(e), e);
        }
    }

    private static String cause(Throwable error) {
        Throwable last = error;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getMessage();
    }

    /** An open port. */
    public static final class Running implements AutoCloseable {
        private static final Duration PATIENCE = Duration.ofSeconds(10);

        private final EndPoint endPoint;
        private final Server server;
        private final HealthStatusManager health;

        private Running(EndPoint asked, Server server, HealthStatusManager health) {
            int port = ((InetSocketAddress) server.getListenSockets().get(0)).getPort();
            this.endPoint = asked.withPort(port);
            this.server = server;
            this.health = health;
        }

        /** Where it listens, with the real port. */
        public EndPoint endPoint() {
            return endPoint;
        }

        /** Takes no new calls, waits for those under way, then cuts the rest off. */
        public void drain(Duration patience) {
            health.enterTerminalState();
            server.shutdown();
            try {
                if (!server.awaitTermination(patience.toMillis(), millis())) {
                    server.shutdownNow();
                    server.awaitTermination(1000, millis());
                }
            } catch (InterruptedException e) {
                server.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }

        private static java.util.concurrent.TimeUnit millis() {
            return java.util.concurrent.TimeUnit.MILLISECONDS;
        }

        /** Drains for at most ten seconds. */
        @Override
        public void close() {
            drain(PATIENCE);
        }
    }
}
