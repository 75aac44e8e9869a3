/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The smallest world: notes by number. */
final class NoteWorld implements World {
    private final Scribe scribe;
    private final Map<String, String> notes = new TreeMap<>();
    private volatile String secret = "";
    private volatile long latency;

    NoteWorld(String name, Scribe scribe) {
        this.scribe = scribe;
    }

    static Call call(String method, String target, String body) {
        return new Call(
                Route.parse(method, target),
                body.getBytes(StandardCharsets.UTF_8),
                "",
                Deadline.none());
    }

    static Call create(String world) {
        return call("POST", world + "/note", "{\"token\":\"t\",\"draft\":{\"name\":\"web-1\"}}");
    }

    @Override
    public synchronized Answer answer(Call call) {
        if ("create".equals(call.route().verb())) {
            String id = "note-" + (notes.size() + 1);
            scribe.write("put", id);
            notes.put(id, "fine");
            return Answer.of(201, Map.of("id", id));
        }
        return Answer.of(200, notes);
    }

    @Override
    public boolean admits(String given) {
        return secret.isEmpty() || secret.equals(given);
    }

    @Override
    public long latencyMs() {
        return latency;
    }

    @Override
    public synchronized ObjectNode dump() {
        return Json.tree(notes);
    }

    @Override
    public synchronized ObjectNode summary() {
        return Json.object().put("total", notes.size());
    }

    @Override
    public void configure(JsonNode patch) {
        secret = patch.path("secret").asText(secret);
        latency = patch.path("latencyMs").asLong(latency);
    }

    @Override
    public synchronized boolean vanish(String kind, String id) {
        return notes.remove(id) != null;
    }

    @Override
    public synchronized boolean spoil(String kind, String id, String fault) {
        return notes.replace(id, fault) != null;
    }

    @Override
    public synchronized void replay(String op, JsonNode data) {
        notes.put(data.asText(), "fine");
    }

    @Override
    public synchronized Stream<Line> snapshot() {
        return notes.keySet().stream().map(id -> new Line("put", id)).toList().stream();
    }
}
