/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.TelamonException;
import io.telamon.http.CallFailed;
import io.telamon.http.Incoming;
import io.telamon.http.Outgoing;
import io.telamon.http.Transport;
import io.telamon.sdn.spi.SdnConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The calls of one session: RESTCONF (RFC 8040) and YANG Patch (RFC 8072) in JSON. */
final class Restconf implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "application/yang-data+json";
    private static final String PATCH = "application/yang-patch+json";

    private final Transport transport;
    private final String root;
    private final String secret;
    private final String credential;

    Restconf(SdnConnection connection, AccountSettings settings) {
        this.transport = new Transport(settings.trust(), connection.callTimeout());
        this.root = root(connection.endpoint());
        this.secret = connection.secret() == null ? "" : connection.secret();
        this.credential =
                Base64.getEncoder()
                        .encodeToString(
                                (settings.user() + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    /** The address of the API, whether a person gave its path or not. */
    static String root(String endpoint) {
        String base = endpoint.strip().replaceAll("/+$", "");
        return base.matches("https?://[^/]+") ? base + "/rests" : base;
    }

    /** Data at a path, which may have a query; empty when there is none. */
    Optional<JsonNode> get(String what, String path) {
        Incoming answer = send(what, "GET", "/data" + path, DATA, null);
        if (Faults.isMissing(answer.status(), text(answer))) {
            return Optional.empty();
        }
        return Optional.of(parse(what, checked(what, answer)));
    }

    /** Changes data at several places, all or nothing. */
    void patch(String what, ArrayNode edits) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("ietf-yang-patch:yang-patch").put("patch-id", "telamon").set("edit", edits);
        Incoming answer = send(what, "PATCH", "/data", PATCH, body);
        JsonNode status =
                parse(what, checked(what, answer)).path("ietf-yang-patch:yang-patch-status");
        if (!status.has("ok")) {
            throw Faults.garbage(what, redact(text(answer)));
        }
    }

    /** Calls an operation; empty when the switch it is for is not connected. */
    Optional<JsonNode> invoke(String what, String operation, ObjectNode input) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("input", input);
        Incoming answer = send(what, "POST", "/operations/" + operation, DATA, body);
        if (Faults.isDisconnected(answer.status(), text(answer))) {
            return Optional.empty();
        }
        return Optional.of(parse(what, checked(what, answer)));
    }

    private Incoming send(String what, String method, String path, String type, JsonNode body) {
        try {
            URI address = Transport.address(root + path);
            Map<String, String> headers =
                    Map.of(
                            "Authorization", "Basic " + credential,
                            "Accept", DATA,
                            "Content-Type", type);
            byte[] bytes =
                    body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
            return transport.send(new Outgoing(method, address, headers, bytes, null));
        } catch (CallFailed failed) {
            throw Faults.of(what, failed, redact(failed.getMessage()));
        }
    }

    private Incoming checked(String what, Incoming answer) {
        if (answer.status() < 200 || answer.status() >= 300) {
            throw Faults.of(what, answer.status(), redact(text(answer)), answer);
        }
        return answer;
    }

    private JsonNode parse(String what, Incoming answer) {
        String text = text(answer);
        if (text.isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw Faults.garbage(what, redact(text));
        }
    }

    private static String text(Incoming answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private String redact(String text) {
        String clean = text.replace(credential, "***");
        return secret.isEmpty() ? clean : clean.replace(secret, "***");
    }

    /** A key in a path. */
    static String encode(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * Ends calls that are under way.
     *
     * @see TelamonException of the calls from then on: VIM_UNAVAILABLE
     */
    @Override
    public void close() {
        transport.close();
    }
}
