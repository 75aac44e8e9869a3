/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** One simulated cloud with all its things. Thread-safe; never waits for another world. */
public interface World {
    /**
     * Does what a call asks.
     *
     * @throws Refusal when the cloud says no
     */
    Answer answer(Call call);

    /** True when the credential is good enough. */
    boolean admits(String secret);

    /** How long each call takes at least, in milliseconds. */
    long latencyMs();

    /** Everything in it, for tests that look behind the API. */
    ObjectNode dump();

    /** Counts only. */
    ObjectNode summary();

    /** Lays a patch over the settings. */
    void configure(JsonNode patch);

    /** Takes a thing away behind everybody's back; false when it was not there. */
    boolean vanish(String kind, String id);

    /** Puts a thing into an error state; false when it was not there. */
    boolean spoil(String kind, String id, String fault);

    /** Takes in a line of the journal without writing it again. */
    void replay(String op, JsonNode data);

    /** The shortest journal that leads to the present state. */
    Stream<Line> snapshot();

    /**
     * A line of a world's journal.
     *
     * @param op what happened
     * @param data to what
     */
    record Line(String op, Object data) {}

    /** Writes a line before the change is made; what it throws stops the change. */
    @FunctionalInterface
    interface Scribe {
        /** Writes one line. */
        void write(String op, Object data);
    }
}
