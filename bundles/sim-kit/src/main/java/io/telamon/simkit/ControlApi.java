/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The door behind the clouds: arms faults and gates, shows and changes worlds. Paths are relative
 * to {@code /control/}; README.md of the VIM simulator lists them.
 */
public final class ControlApi {
    private static final long MAX_WAIT = 600_000;

    private final Cloud cloud;

    /** A door to this provider. */
    public ControlApi(Cloud cloud) {
        this.cloud = cloud;
    }

    /**
     * Does what a control call asks; a long poll blocks the calling thread.
     *
     * @param method HTTP method
     * @param target path after {@code /control/} with the query
     * @param body UTF-8 JSON, may be empty
     */
    public Answer answer(String method, String target, byte[] body) throws InterruptedException {
        int mark = target.indexOf('?');
        String[] path = (mark < 0 ? target : target.substring(0, mark)).split("/");
        Map<String, String> query = Route.parseQuery(mark < 0 ? "" : target.substring(mark + 1));
        try {
            return switch (path[0]) {
                case "ready" -> Answer.of(200, Map.of("ready", true));
                case "stats" -> stats(method);
                case "reset" -> reset();
                case "faults" -> faults(method, path, body);
                case "gates" -> gates(method, path, new Ask(query, body));
                case "worlds" -> worlds(method, path, body);
                default -> throw nothing();
            };
        } catch (Refusal no) {
            return no.answer();
        }
    }

    private Answer stats(String method) {
        if ("DELETE".equals(method)) {
            cloud.counts().reset();
        }
        return Answer.of(200, cloud.counts().snapshot());
    }

    private Answer reset() {
        cloud.reset();
        return Answer.empty(204);
    }

    private Answer faults(String method, String[] path, byte[] body) {
        return switch (method + path.length) {
            case "GET1" -> Answer.of(200, cloud.faults().list());
            case "POST1" -> Answer.of(201, cloud.faults().arm(Json.read(body, FaultRule.class)));
            case "DELETE1" -> {
                cloud.faults().clear();
                yield Answer.empty(204);
            }
            case "DELETE2" -> found(cloud.faults().disarm(path[1]));
            default -> throw nothing();
        };
    }

    private Answer gates(String method, String[] path, Ask ask) throws InterruptedException {
        return switch (method + path.length) {
            case "GET1" -> Answer.of(200, cloud.gates().list());
            case "POST1" -> Answer.of(201, cloud.gates().arm(Json.read(ask.body, GateOrder.class)));
            case "DELETE1" -> {
                cloud.gates().clear();
                yield Answer.empty(204);
            }
            case "GET2" ->
                    Answer.of(
                            200,
                            cloud.gates()
                                    .await(
                                            path[1],
                                            ask.number("count", 1),
                                            Math.min(MAX_WAIT, ask.number("waitMs", 0))));
            case "POST3" -> Answer.of(200, cloud.gates().release(path[1]));
            case "DELETE2" -> found(cloud.gates().remove(path[1]));
            default -> throw nothing();
        };
    }

    private Answer worlds(String method, String[] path, byte[] body) {
        return switch (method + path.length) {
            case "GET1" -> Answer.of(200, cloud.overview());
            case "GET2" -> Answer.of(200, cloud.world(path[1]).dump());
            case "PUT2" -> {
                cloud.world(path[1]).configure(Json.read(body, JsonNode.class));
                yield Answer.of(200, cloud.world(path[1]).summary());
            }
            case "DELETE2" -> {
                cloud.forget(path[1]);
                yield Answer.empty(204);
            }
            case "DELETE5" -> found(cloud.world(path[1]).vanish(path[3], path[4]));
            case "POST6" -> found(cloud.world(path[1]).spoil(path[3], path[4], fault(body)));
            default -> throw nothing();
        };
    }

    private static String fault(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? "A scripted fault" : text;
    }

    private static Answer found(boolean found) {
        if (!found) {
            throw nothing();
        }
        return Answer.empty(204);
    }

    private static Refusal nothing() {
        return new Refusal(404, "not-found", "There is nothing like that to control");
    }

    /** Query and body of one control call. */
    private record Ask(Map<String, String> query, byte[] body) {
        long number(String name, long fallback) {
            try {
                return query.containsKey(name) ? Long.parseLong(query.get(name)) : fallback;
            } catch (NumberFormatException e) {
                throw new Refusal(400, "malformed", "%s is not a number", name);
            }
        }
    }
}
