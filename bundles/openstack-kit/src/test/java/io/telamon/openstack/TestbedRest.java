/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Asks the cloud past the plug-in, as its administrator. */
public final class TestbedRest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String keystone;
    private final String token;
    private final Map<String, String> endpoints = new HashMap<>();

    /** An answer: status, header with a token, body. */
    private record Reply(int status, String token, JsonNode body) {}

    /** Logs in to a cloud of the testbed. */
    TestbedRest(Path cloud, String project) {
        this.keystone = setting(cloud.resolve("openrc-admin"), "OS_AUTH_URL");
        String login =
                """
                {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"admin",
                "domain":{"name":"Default"},"password":"admin"}}},
                "scope":{"project":{"name":"%s","domain":{"name":"Default"}}}}}"""
                        .formatted(project);
        Reply reply = send("POST", keystone + "/auth/tokens", login, "");
        this.token = reply.token();
        for (JsonNode service : reply.body().at("/token/catalog")) {
            for (JsonNode endpoint : service.path("endpoints")) {
                if ("public".equals(endpoint.path("interface").asText())) {
                    endpoints.put(
                            service.path("type").asText(),
                            endpoint.path("url").asText().replaceAll("/$", ""));
                }
            }
        }
        endpoints.put("identity", keystone);
    }

    private static String setting(Path file, String name) {
        try {
            String text = Files.readString(file);
            return text.replaceAll("(?s).*" + name + "=(\\S+).*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String keystone() {
        return keystone;
    }

    /** Port of keystone: the others have a fixed distance to it. */
    public int keystonePort() {
        return URI.create(keystone).getPort();
    }

    public JsonNode get(String service, String path) {
        return call("GET", service, path, "");
    }

    public JsonNode call(String method, String service, String path, String body) {
        Reply reply = send(method, endpoints.get(service) + path, body, token);
        if (reply.status() >= 400 && reply.status() != 404) {
            throw new IllegalStateException(
                    method + " " + path + ": " + reply.status() + " " + reply.body());
        }
        return reply.status() == 404 ? MissingNode.getInstance() : reply.body();
    }

    /** Deletes; whether the cloud lets it go now. */
    public boolean delete(String service, String path) {
        return send("DELETE", endpoints.get(service) + path, "", token).status() < 405;
    }

    /** Makes somebody's token worthless. */
    public void revoke(String victim) {
        send("DELETE", keystone + "/auth/tokens", "", token, victim);
    }

    private static Reply send(String method, String address, String body, String token) {
        return send(method, address, body, token, "");
    }

    private static Reply send(
            String method, String address, String body, String token, String victim) {
        try {
            HttpURLConnection call =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            call.setRequestMethod(method);
            call.setConnectTimeout(5_000);
            call.setReadTimeout(30_000);
            call.setRequestProperty("Connection", "close");
            if (!token.isEmpty()) {
                call.setRequestProperty("X-Auth-Token", token);
            }
            if (!victim.isEmpty()) {
                call.setRequestProperty("X-Subject-Token", victim);
            }
            if (!body.isEmpty()) {
                call.setDoOutput(true);
                call.setRequestProperty("Content-Type", "application/json");
                call.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
            }
            int status = call.getResponseCode();
            try (InputStream in = status < 400 ? call.getInputStream() : call.getErrorStream()) {
                byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
                String subject = call.getHeaderField("X-Subject-Token");
                return new Reply(status, subject, tree(bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("{") ? JSON.readTree(text) : MissingNode.getInstance();
    }
}
