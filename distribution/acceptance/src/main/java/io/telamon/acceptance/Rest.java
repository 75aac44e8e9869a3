/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Telamon's REST API as a script uses it: JSON in, JSON out; a refusal is an exception, or an
 * answer where a trial wants to look at it. Thread-safe.
 */
public final class Rest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Map<String, String> JSON_TYPE = Map.of("Content-Type", "application/json");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String credentials;

    /** A refused request. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        /** HTTP status. */
        public int status() {
            return status;
        }
    }

    /** Talks to this address; signs in at once. */
    public Rest(URI base, String user, String password) {
        this(base, "Bearer " + token(new Rest(base, basic(user, password))));
    }

    private Rest(URI base, String credentials) {
        this.base = base;
        this.credentials = credentials;
    }

    /** The same address with other credentials, sent as they are; nothing is checked. */
    public Rest with(String authorization) {
        return new Rest(base, authorization);
    }

    private static String token(Rest door) {
        JsonNode wish = object().put("label", "trial").put("validity", "P1D");
        return door.post("/api/v1/tokens", wish).body().path("token").asText();
    }

    private static String basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    /** A new JSON object. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** GET. */
    public JsonNode get(String path) {
        return good("GET", path, attempt("GET", path, Map.of(), "")).body();
    }

    /** POST with a JSON body. */
    public Reply post(String path, JsonNode body) {
        return good("POST", path, attempt("POST", path, JSON_TYPE, body.toString()));
    }

    /** DELETE. */
    public void delete(String path) {
        good("DELETE", path, attempt("DELETE", path, Map.of(), ""));
    }

    /** POST of a package. */
    public Reply upload(String path, Path file) {
        return good("POST", path, attemptUpload(path, file, Map.of()));
    }

    /** GET or DELETE, whatever comes of it. */
    public Reply attempt(String method, String path) {
        return attempt(method, path, Map.of(), "");
    }

    /** POST with a JSON body, whatever comes of it. */
    public Reply attempt(String path, JsonNode body) {
        return attempt("POST", path, JSON_TYPE, body.toString());
    }

    /** Any request, whatever comes of it; an empty body is none. */
    public Reply attempt(String method, String path, Map<String, String> headers, String body) {
        return send(
                method,
                path,
                headers,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    /** POST of a package, whatever comes of it. */
    public Reply attemptUpload(String path, Path file, Map<String, String> headers) {
        try {
            Map<String, String> all = new HashMap<>(headers);
            all.putIfAbsent("Content-Type", "application/octet-stream");
            all.putIfAbsent(
                    "Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"");
            return send("POST", path, all, BodyPublishers.ofFile(file));
        } catch (FileNotFoundException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    private static Reply good(String method, String path, Reply reply) {
        if (reply.refused()) {
            throw new Refused(
                    reply.status(),
                    method + " " + path + ": " + reply.status() + " " + reply.body());
        }
        return reply;
    }

    private Reply send(
            String method, String path, Map<String, String> headers, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(TIMEOUT)
                        .header("Accept", "application/json")
                        .header("Authorization", credentials)
                        .method(method, body);
        headers.forEach(request::setHeader);
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    tree(response.body()),
                    response.headers().firstValue("Location").orElse(""),
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode tree(String text) {
        try {
            return text.isBlank() ? object() : JSON.readTree(text);
        } catch (IOException plain) {
            return object().put("text", text);
        }
    }
}
