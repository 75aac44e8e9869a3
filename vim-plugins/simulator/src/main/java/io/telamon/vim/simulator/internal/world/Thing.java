/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.TreeMap;

/**
 * A thing as the cloud keeps it. Its state follows from the clock: nobody has to wake up to finish
 * a build or a removal.
 *
 * @param id given by the cloud, never used twice
 * @param kind what it is
 * @param token tag that the client gave, may be empty
 * @param born when it was made, what it was numbered, when ready and when gone
 * @param draft what it should be
 * @param attributes what came of it
 * @param fault why it is broken, empty when it is not
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Thing(
        String id,
        Kind kind,
        String token,
        Times born,
        Draft draft,
        Map<String, String> attributes,
        String fault) {
    /** Copies the map; null means empty. */
    public Thing {
        token = token == null ? "" : token;
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        fault = fault == null ? "" : fault;
    }

    /**
     * When things happen to it, in milliseconds since 1970.
     *
     * @param number running number in its world
     * @param created when it was made
     * @param ready when its build ends
     * @param gone when its removal ends; 0 while nobody wants that
     */
    public record Times(long number, long created, long ready, long gone) {}

    /** BUILDING, ACTIVE, ERROR or DELETING. */
    public String state(long now) {
        if (leaving()) {
            return "DELETING";
        }
        if (!fault.isEmpty()) {
            return "ERROR";
        }
        return now < born.ready() ? "BUILDING" : "ACTIVE";
    }

    /** True when somebody deleted it. */
    @JsonIgnore
    public boolean leaving() {
        return born.gone() > 0;
    }

    /** True when its removal has ended. */
    public boolean gone(long now) {
        return leaving() && born.gone() <= now;
    }

    /** Milliseconds until the state changes by itself; 0 when it does not. */
    public long again(long now) {
        long next = leaving() ? born.gone() : fault.isEmpty() ? born.ready() : 0;
        return Math.max(0, next - now);
    }

    /** The same thing on its way out. */
    public Thing leavingAt(long when) {
        Times times = new Times(born.number(), born.created(), born.ready(), Math.max(1, when));
        return new Thing(id, kind, token, times, draft, attributes, fault);
    }

    /** The same thing, broken. */
    public Thing broken(String why) {
        return new Thing(id, kind, token, born, draft, attributes, why);
    }

    /** The same thing, building until then, whole again. */
    public Thing rebuilt(Draft next, long ready) {
        Times times = new Times(born.number(), born.created(), ready, born.gone());
        return new Thing(id, kind, token, times, next, attributes, "");
    }

    /** The same thing with other wishes and attributes. */
    public Thing with(Draft next, Map<String, String> seen) {
        Map<String, String> merged = new TreeMap<>(attributes);
        merged.putAll(seen);
        return new Thing(id, kind, token, born, next, merged, fault);
    }
}
