/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Offers a provider over HTTP/1.1 with keep-alive: worlds under {@code /w/}, control under {@code
 * /control/}. Each call under way has a thread of its own, so that held, slow and hanging calls do
 * not keep others waiting.
 */
public final class CloudServer implements AutoCloseable {
    private static final String WORLDS = "/w/";
    private static final String CONTROL = "/control/";
    private static final int MAX_THREADS = 8192;
    private static final int STACK_BYTES = 256 * 1024;

    private final Cloud cloud;
    private final ControlApi control;
    private final HttpServer server;
    private final ExecutorService threads;

    private CloudServer(Cloud cloud, HttpServer server, ExecutorService threads) {
        this.cloud = cloud;
        this.control = new ControlApi(cloud);
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts serving. Sets system properties of the JDK's server (no Nagle delay, many idle
     * connections), which work only before the first server of the process is made.
     *
     * @param bind address; port 0 for a free one
     */
    public static CloudServer start(Cloud cloud, InetSocketAddress bind) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "20000");
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        HttpServer server = HttpServer.create(bind, 1024);
        CloudServer result = new CloudServer(cloud, server, threads());
        server.setExecutor(result.threads);
        server.createContext(WORLDS, result::world);
        server.createContext(CONTROL, result::control);
        server.start();
        return result;
    }

    private static ExecutorService threads() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                0,
                MAX_THREADS,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> {
                    String name = "simulator-" + number.incrementAndGet();
                    Thread thread = new Thread(null, work, name, STACK_BYTES);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** The port it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void world(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            reply(exchange, served(exchange, body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private Optional<Answer> served(HttpExchange exchange, byte[] body)
            throws InterruptedException {
        try {
            Route route = Route.parse(exchange.getRequestMethod(), target(exchange, WORLDS));
            return cloud.serve(new Call(route, body, secret(exchange), Deadline.none()));
        } catch (Refusal no) {
            return Optional.of(no.answer());
        }
    }

    private void control(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            String target = target(exchange, CONTROL);
            reply(exchange, Optional.of(control.answer(exchange.getRequestMethod(), target, body)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private static String target(HttpExchange exchange, String prefix) {
        return exchange.getRequestURI().toString().substring(prefix.length());
    }

    private static String secret(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header != null && header.startsWith("Bearer ") ? header.substring(7) : "";
    }

    private static void reply(HttpExchange exchange, Optional<Answer> answer) throws IOException {
        if (answer.isEmpty()) {
            return;
        }
        byte[] text = answer.get().body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.get().status(), text.length == 0 ? -1 : text.length);
        if (text.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(text);
            }
        }
    }

    /** Stops at once; calls under way are cut. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
