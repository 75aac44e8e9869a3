/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls per verb and kind and what is under way. Thread-safe. */
public final class CallCounts {
    private final Map<String, LongAdder> calls = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final LongAdder inFlight = new LongAdder();

    void begin(Route route) {
        inFlight.increment();
        String name = route.kind().isEmpty() ? route.verb() : route.verb() + "/" + route.kind();
        calls.computeIfAbsent(name, any -> new LongAdder()).increment();
    }

    void end(String outcome) {
        inFlight.decrement();
        answers.computeIfAbsent(outcome, any -> new LongAdder()).increment();
    }

    /** The counts now. */
    public Snapshot snapshot() {
        long total = calls.values().stream().mapToLong(LongAdder::sum).sum();
        return new Snapshot(total, inFlight.sum(), sums(calls), sums(answers));
    }

    /** Starts again at zero; what is under way stays counted. */
    public void reset() {
        calls.clear();
        answers.clear();
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counters) {
        Map<String, Long> result = new TreeMap<>();
        counters.forEach((name, counter) -> result.put(name, counter.sum()));
        return result;
    }

    /**
     * Counts at one time.
     *
     * @param total calls so far
     * @param inFlight calls under way
     * @param calls calls by {@code verb/kind}
     * @param answers answers by status, and {@code dropped}
     */
    public record Snapshot(
            long total, long inFlight, Map<String, Long> calls, Map<String, Long> answers) {}
}
