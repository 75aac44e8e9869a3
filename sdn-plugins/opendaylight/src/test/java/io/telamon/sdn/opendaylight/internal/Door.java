/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.telamon.http.Incoming;
import io.telamon.http.Outgoing;
import io.telamon.http.Transport;
import io.telamon.http.Trust;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A door before the controller that lets calls through and spoils the one it is told to. */
final class Door implements AutoCloseable {
    private final HttpServer server;
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(16, 16, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
    private final String target;
    private int before;
    private Fault fault;

    /** What happens with a call. */
    record Fault(String method, int status, String body, boolean reaches, boolean silent) {
        static Fault answer(String method, int status, String body) {
            return new Fault(method, status, body, false, false);
        }

        static Fault hang(String method) {
            return new Fault(method, 0, "", false, true);
        }

        /** The work is done and the connection cut. */
        static Fault lost(String method) {
            return new Fault(method, 0, "", true, false);
        }
    }

    Door(String target) throws IOException {
        this.target = target;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads.prestartAllCoreThreads();
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Spoils the call of the fault's method that comes after so many others of that method. */
    synchronized void spoil(int after, Fault next) {
        before = after;
        fault = next;
    }

    /** True when the call to be spoiled has not come. */
    synchronized boolean isArmed() {
        return fault != null;
    }

    private synchronized Fault next(String method) {
        if (fault == null || !fault.method().equals(method) || before-- > 0) {
            return null;
        }
        Fault now = fault;
        fault = null;
        return now;
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Fault now = next(exchange.getRequestMethod());
        if (now != null && now.silent()) {
            LockSupport.parkNanos(Duration.ofSeconds(8).toNanos());
        } else if (now == null || now.reaches()) {
            Incoming answer = forward(exchange, body);
            if (now == null) {
                answer(exchange, answer.status(), answer.body());
            }
        } else {
            answer(exchange, now.status(), now.body().getBytes(StandardCharsets.UTF_8));
        }
        exchange.close();
    }

    private Incoming forward(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        for (String name : List.of("Authorization", "Accept", "Content-Type")) {
            headers.put(name, exchange.getRequestHeaders().getFirst(name));
        }
        URI address = URI.create(target + exchange.getRequestURI());
        String method = exchange.getRequestMethod();
        try (Transport transport = new Transport(new Trust("", false), Duration.ofSeconds(30))) {
            return transport.send(new Outgoing(method, address, headers, body, null));
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
