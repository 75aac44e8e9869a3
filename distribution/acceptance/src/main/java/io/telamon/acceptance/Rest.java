/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;

/**
 * Telamon's REST API as a script uses it: JSON in, JSON out, an error is an exception. Thread-safe.
 */
public final class Rest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private volatile String token;

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

    /** Answer with its Location header, empty when it has none. */
    public record Answer(int status, JsonNode body, String location) {
        /** Last part of the Location. */
        public String created() {
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    /** Talks to this address; signs in at once. */
    public Rest(URI base, String user, String password) {
        this.base = base;
        String basic =
                Base64.getEncoder()
                        .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        token = "Basic " + basic;
        JsonNode fresh =
                call(
                                "POST",
                                "/api/v1/tokens",
                                object().put("label", "trial").put("validitySeconds", 86_400))
                        .body();
        token = "Bearer " + fresh.path("token").asText();
    }

    /** A new JSON object. */
    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** GET. */
    public JsonNode get(String path) {
        return call("GET", path, null).body();
    }

    /** POST with a JSON body. */
    public Answer post(String path, JsonNode body) {
        return call("POST", path, body);
    }

    /** DELETE. */
    public void delete(String path) {
        call("DELETE", path, null);
    }

    /** POST of a file. */
    public Answer upload(String path, Path file) {
        try {
            return send(
                    request(path)
                            .header("Content-Type", "application/octet-stream")
                            .header(
                                    "Content-Disposition",
                                    "attachment; filename=\"" + file.getFileName() + "\"")
                            .POST(BodyPublishers.ofFile(file))
                            .build());
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    private Answer call(String method, String path, JsonNode body) {
        HttpRequest.Builder request = request(path);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body.toString()));
        }
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", token);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new Refused(
                        response.statusCode(),
                        request.method()
                                + " "
                                + request.uri().getPath()
                                + ": "
                                + response.statusCode()
                                + " "
                                + response.body());
            }
            JsonNode body =
                    response.body().isBlank()
                            ? JSON.createObjectNode()
                            : JSON.readTree(response.body());
            return new Answer(
                    response.statusCode(),
                    body,
                    response.headers().firstValue("Location").orElse(""));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
