/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Drives the control API of a provider in another process; for tests and benches. Thread-safe. */
public final class ControlClient {
    private static final Duration SLACK = Duration.ofSeconds(10);

    private final URI control;

    /**
     * A client of one provider; does no I/O.
     *
     * @param server {@code http://host:port}
     */
    public ControlClient(URI server) {
        this.control = server.resolve("/control");
    }

    /** Arms a fault; answers it with its id. */
    public JsonNode fault(FaultRule rule) {
        return call("POST", "/faults", rule);
    }

    /** Arms a fault given as JSON. */
    public JsonNode fault(String json) {
        return fault(Json.convert(tree(json), FaultRule.class));
    }

    /** Takes all faults away. */
    public void clearFaults() {
        call("DELETE", "/faults", null);
    }

    /** Arms a gate given as JSON, see {@link GateOrder}; answers its id. */
    public String gate(String json) {
        return call("POST", "/gates", tree(json)).at("/order/id").asText();
    }

    /**
     * Waits until a gate has caught so many calls.
     *
     * @return the gate; {@code hits} is below {@code count} when the time was up
     */
    public JsonNode awaitGate(String id, int count, Duration time) {
        String path = "/gates/" + id + "?count=" + count + "&waitMs=" + time.toMillis();
        return send(Request.of("GET", path), time.plus(SLACK));
    }

    /** Opens a gate for good. */
    public JsonNode release(String id) {
        return call("POST", "/gates/" + id + "/release", Json.object());
    }

    /** Everything in a world. */
    public JsonNode dump(String world) {
        return call("GET", "/worlds/" + world, null);
    }

    /** Changes a world's settings by a JSON patch. */
    public JsonNode configure(String world, String patch) {
        return call("PUT", "/worlds/" + world, tree(patch));
    }

    /** Takes a thing away behind everybody's back. */
    public void vanish(String world, String kind, String id) {
        call("DELETE", "/worlds/" + world + "/things/" + kind + "/" + id, null);
    }

    /** Puts a thing into an error state. */
    public void spoil(String world, String kind, String id, String fault) {
        String path = "/worlds/" + world + "/things/" + kind + "/" + id + "/error";
        send(new Request("POST", path, fault.getBytes(StandardCharsets.UTF_8)), SLACK);
    }

    /** Counts of calls so far. */
    public JsonNode stats() {
        return call("GET", "/stats", null);
    }

    /** Forgets all worlds, faults, gates and counts. */
    public void reset() {
        call("POST", "/reset", Json.object());
    }

    private JsonNode call(String method, String path, Object body) {
        return send(
                body == null ? Request.of(method, path) : Request.of(method, path, body), SLACK);
    }

    private JsonNode send(Request request, Duration timeout) {
        try (HttpWorld client = new HttpWorld(control, "", timeout)) {
            Answer answer = client.send(request);
            if (!answer.ok()) {
                throw new IllegalStateException(request.path() + ": " + answer);
            }
            return answer.body().isEmpty() ? Json.object() : tree(answer.body());
        }
    }

    private static JsonNode tree(String json) {
        try {
            return Json.parse(json, JsonNode.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not JSON: " + json, e);
        }
    }
}
