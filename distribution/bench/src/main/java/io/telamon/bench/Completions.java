/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Learns the ends of operations from the event stream: one connection, a line for each operation,
 * so that waiting costs neither side much.
 */
final class Completions {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data: ";
    private static final String ID = "id: ";
    private static final long MOST_SECONDS = 300;
    private static final long CONNECT_SECONDS = 30;
    private static final long PAUSE_MILLIS = 200;

    /** An end of an operation: its event type and when it was heard of. */
    record End(String type, long nanos) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final String authorization;
    private final Map<String, CompletableFuture<End>> ends = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private volatile String last = "";
    private volatile boolean closed;

    Completions(URI base, String authorization) {
        address = base.resolve("/api/v1/events?kind=operation");
        this.authorization = authorization;
        Thread thread = new Thread(this::follow, "completions");
        thread.setDaemon(true);
        thread.start();
        connected.orTimeout(CONNECT_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Waits for the end of an operation that completes; returns when that was heard. */
    long await(String operation) {
        try {
            End end = future(operation).get(MOST_SECONDS, TimeUnit.SECONDS);
            ends.remove(operation);
            if (!end.type().equals("OperationCompleted")) {
                throw new IllegalStateException("Operation " + operation + ": " + end.type());
            }
            return end.nanos();
        } catch (InterruptedException | ExecutionException | TimeoutException late) {
            throw new IllegalStateException("Operation " + operation + " did not end", late);
        }
    }

    void close() {
        closed = true;
    }

    private CompletableFuture<End> future(String operation) {
        return ends.computeIfAbsent(operation, id -> new CompletableFuture<>());
    }

    private void follow() {
        while (!closed) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(address).header("Authorization", authorization);
            if (!last.isEmpty()) {
                request.header("Last-Event-ID", last);
            }
            try (Stream<String> lines =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofLines()).body()) {
                lines.forEach(this::line);
            } catch (IOException | UncheckedIOException cut) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private void line(String line) {
        connected.complete(null);
        if (line.startsWith(ID)) {
            last = line.substring(ID.length());
        } else if (line.startsWith(DATA) && !line.contains("\"OperationAccepted\"")) {
            event(line.substring(DATA.length()));
        }
    }

    private void event(String text) {
        try {
            JsonNode event = JSON.readTree(text);
            String type = event.path("type").asText();
            if (!type.equals("OperationResumed") && !type.equals("OperationRollingBack")) {
                future(event.at("/subject/id").asText()).complete(new End(type, System.nanoTime()));
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
