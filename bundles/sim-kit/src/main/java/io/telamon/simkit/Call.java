/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One call to a simulated cloud, whichever way it came.
 *
 * @param route what is called
 * @param body UTF-8 JSON, may be empty
 * @param secret credential that came with it, may be empty
 * @param deadline when the caller gives up
 */
public record Call(Route route, byte[] body, String secret, Deadline deadline) {
    /** The body as a value; {@link Refusal} 400 when it is none. */
    public <T> T read(Class<T> type) {
        return Json.read(body, type);
    }

    /** The request token of a create or find, else empty. */
    public String token() {
        return "create".equals(route.verb()) ? field("/token") : route.query("token");
    }

    /** The name in the body of a create, else empty. */
    public String name() {
        return "create".equals(route.verb()) ? field("/draft/name") : "";
    }

    private String field(String pointer) {
        return Json.read(body, JsonNode.class).at(pointer).asText("");
    }
}
