/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.model.resource.Handle;
import io.telamon.simkit.FaultRule;
import io.telamon.simkit.Json;
import io.telamon.vim.tck.Saboteur;
import java.util.function.Consumer;

/** The kit's faults in the simulator's own words. */
record ScriptedSaboteur(String world, Consumer<FaultRule> faults, Spoiler spoiler, Thief thief)
        implements Saboteur {
    @Override
    public void nextCreate(String kind, Fault fault) {
        ObjectNode rule = Json.object().put("world", world).put("verb", "create").put("kind", kind);
        switch (fault) {
            case UNAVAILABLE -> rule.put("do", "status").put("status", 503);
            case THROTTLED -> rule.put("do", "throttle");
            case QUOTA -> rule.put("do", "status").put("status", 409).put("body", "Quota exceeded");
            case GARBAGE -> rule.put("do", "garbage");
            case HANG -> rule.put("do", "hang").put("ms", 20_000);
            case LOST_ANSWER -> rule.put("do", "drop").put("when", "after");
        }
        faults.accept(Json.convert(rule, FaultRule.class));
    }

    @Override
    public void spoil(String kind, Handle handle, String words) {
        spoiler.spoil(kind, handle.value(), words);
    }

    @Override
    public void vanish(String kind, Handle handle) {
        thief.vanish(kind, handle.value());
    }

    /** Breaks a thing. */
    @FunctionalInterface
    interface Spoiler {
        void spoil(String kind, String id, String words);
    }

    /** Takes a thing. */
    @FunctionalInterface
    interface Thief {
        void vanish(String kind, String id);
    }
}
