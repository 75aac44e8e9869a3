/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.event;

import io.telamon.model.TenantId;
import java.time.Instant;
import java.util.Map;

/**
 * One change of state, written in the transaction that made it. Past tense, facts only.
 *
 * @param tenant whose object changed
 * @param subject the object
 * @param type past tense, for instance {@code NsInstanceScaled}
 * @param actor user or component that caused it
 * @param at when
 * @param data few named facts; never secrets
 */
public record Event(
        TenantId tenant,
        Subject subject,
        String type,
        String actor,
        Instant at,
        Map<String, String> data) {
    /** Copies the map. */
    public Event {
        data = Map.copyOf(data);
    }

    /**
     * The object an event is about.
     *
     * @param kind aggregate in words: {@code ns}, {@code operation}, {@code task}, {@code vim}, ...
     * @param id its id
     * @param version its version after the change; rises strictly for one object
     */
    public record Subject(String kind, String id, long version) {}

    /**
     * An event with its place in the one order all readers share.
     *
     * @param position rises strictly; without meaning otherwise
     * @param event the event
     */
    public record Positioned(long position, Event event) {}
}
