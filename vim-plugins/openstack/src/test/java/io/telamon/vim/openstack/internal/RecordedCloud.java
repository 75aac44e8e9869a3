/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.telamon.vim.spi.VimSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A cloud that plays exchanges back: each request must be the next one of a story, with the same
 * method, path, query and body. The catalogue and the login are played at any time. For services
 * that no test bed has.
 */
final class RecordedCloud implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "open-sesame-4711";

    private final HttpServer server;
    private final JsonNode login;
    private final Deque<JsonNode> expected = new ArrayDeque<>();
    private final List<String> surprises = new ArrayList<>();

    private RecordedCloud(JsonNode file, String story) throws IOException {
        login = file.path("login");
        file.path("stories").path(story).forEach(expected::add);
        if (expected.isEmpty()) {
            throw new IllegalArgumentException("There is no story " + story);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::play);
        server.start();
    }

    /** Plays a story of a file beside this class. */
    static RecordedCloud play(String file, String story) {
        try (InputStream in = RecordedCloud.class.getResourceAsStream(file)) {
            return new RecordedCloud(JSON.readTree(in), story);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    VimSession open() {
        return new OpenStackDriver().open(Connections.to(address(), SECRET, Duration.ofSeconds(5)));
    }

    /** What did not happen as recorded; empty when all went well. */
    synchronized List<String> surprises() {
        List<String> all = new ArrayList<>(surprises);
        expected.forEach(next -> all.add("never asked: " + line(next)));
        return all;
    }

    private static String line(JsonNode exchange) {
        return exchange.path("asks").asText();
    }

    private void play(HttpExchange talk) throws IOException {
        String body = new String(talk.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String line = talk.getRequestMethod() + " " + talk.getRequestURI();
        try (talk) {
            if (line.equals("POST /v3/auth/tokens")) {
                talk.getResponseHeaders().add("X-Subject-Token", "token-1");
                answer(talk, 201, login);
            } else {
                JsonNode next = next(line, body);
                answer(talk, next.path("status").asInt(), next.path("answer"));
            }
        }
    }

    private synchronized JsonNode next(String line, String body) throws IOException {
        JsonNode next = expected.peek();
        boolean same = next != null && line(next).equals(line);
        JsonNode sent = body.isEmpty() ? JSON.missingNode() : JSON.readTree(body);
        if (same && next.path("with").equals(sent)) {
            return expected.remove();
        }
        String wanted = next == null ? "nothing" : line(next) + " " + next.path("with");
        surprises.add("asked: " + line + " " + body + ", recorded: " + wanted);
        return JSON.createObjectNode().put("status", 500).set("answer", JSON.createObjectNode());
    }

    private void answer(HttpExchange talk, int status, JsonNode answer) throws IOException {
        String text = answer.isMissingNode() ? "" : answer.toString().replace("@cloud", address());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        talk.getResponseHeaders().add("Content-Type", "application/json");
        talk.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        talk.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
