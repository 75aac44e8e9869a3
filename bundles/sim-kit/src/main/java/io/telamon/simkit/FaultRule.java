/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A scripted fault. Absent fields take the defaults named here.
 *
 * @param id given back; made up when absent
 * @param world pattern, any
 * @param verb pattern, any
 * @param kind pattern, any
 * @param name pattern for the name in a create, any
 * @param skip how many matching calls pass first, 0
 * @param times how many calls are hit after that, 1; -1 for all
 * @param action {@code status}, {@code throttle}, {@code garbage}, {@code hang}, {@code drop},
 *     {@code delay}, {@code error} (the thing made goes to ERROR) or {@code vanish} (it is gone
 *     again)
 * @param status HTTP status of {@code status}, 503
 * @param body text of {@code status} and {@code garbage}, the fault of {@code error}
 * @param ms length of {@code hang} and {@code delay}, an hour and a second
 * @param when {@code before} (nothing was done) or {@code after} (it was done) the work
 */
public record FaultRule(
        String id,
        String world,
        String verb,
        String kind,
        String name,
        long skip,
        Long times,
        @JsonProperty("do") String action,
        Integer status,
        String body,
        Long ms,
        String when) {
    private static final long HOUR = 3_600_000L;

    /** Puts the defaults in. */
    public FaultRule {
        id = id == null ? "" : id;
        world = Match.orAny(world);
        verb = Match.orAny(verb);
        kind = Match.orAny(kind);
        name = Match.orAny(name);
        times = times == null ? Long.valueOf(1) : times;
        action = action == null ? "status" : action;
        status = status == null ? Integer.valueOf(503) : status;
        body = body == null ? "" : body;
        ms = ms == null ? Long.valueOf("delay".equals(action) ? 1000 : HOUR) : ms;
        when = when == null ? "before" : when;
    }

    /** The same rule with an id. */
    public FaultRule named(String newId) {
        return new FaultRule(
                newId, world, verb, kind, name, skip, times, action, status, body, ms, when);
    }

    /** True when the work is done before the fault shows. */
    @JsonIgnore
    public boolean afterWork() {
        return "after".equals(when) || "error".equals(action) || "vanish".equals(action);
    }

    Match match() {
        return new Match(world, verb, kind, name);
    }
}
