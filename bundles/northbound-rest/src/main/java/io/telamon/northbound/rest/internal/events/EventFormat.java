/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telamon.model.event.Event;
import io.telamon.northbound.rest.internal.http.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Chooses and writes events: {@code ?kind=ns&id=...} narrows the stream to some subjects. */
final class EventFormat {
    private static final ObjectMapper MAPPER = Json.mapper();

    private final String kind;
    private final String id;

    EventFormat(HttpServletRequest request) {
        this.kind = request.getParameter("kind");
        this.id = request.getParameter("id");
    }

    boolean accepts(Event event) {
        return (kind == null || kind.equals(event.subject().kind()))
                && (id == null || id.equals(event.subject().id()));
    }

    byte[] write(Event.Positioned one) {
        Event event = one.event();
        EventInfo info =
                new EventInfo(
                        one.position(),
                        event.type(),
                        event.tenant().value(),
                        event.subject(),
                        event.actor(),
                        event.at(),
                        event.data());
        try {
            String text = "id: " + one.position() + "\ndata: " + MAPPER.writeValueAsString(info);
            return (text + "\n\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * An event as clients see it.
     *
     * @param position its place in the order all readers share
     * @param type what happened
     * @param tenant whose object changed
     * @param subject the object
     * @param actor who caused it
     * @param at when
     * @param data few named facts
     */
    record EventInfo(
            long position,
            String type,
            String tenant,
            Event.Subject subject,
            String actor,
            Instant at,
            Map<String, String> data) {}
}
