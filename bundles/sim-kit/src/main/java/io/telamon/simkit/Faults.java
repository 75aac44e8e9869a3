/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The scripted faults that are armed. Thread-safe. */
public final class Faults {
    private static final Set<String> ACTIONS =
            Set.of("status", "throttle", "garbage", "hang", "drop", "delay", "error", "vanish");

    private final List<Armed> armed = new CopyOnWriteArrayList<>();
    private final AtomicLong ids = new AtomicLong();

    /**
     * Arms a fault.
     *
     * @throws Refusal 400 for an action that is not known
     */
    public FaultRule arm(FaultRule rule) {
        if (!ACTIONS.contains(rule.action())) {
            throw new Refusal(400, "malformed", "Faults are %s, not %s", ACTIONS, rule.action());
        }
        FaultRule named = rule.id().isEmpty() ? rule.named("f" + ids.incrementAndGet()) : rule;
        disarm(named.id());
        armed.add(new Armed(named));
        return named;
    }

    /** Takes a fault away; false when there is none of this id. */
    public boolean disarm(String id) {
        return armed.removeIf(one -> one.rule.id().equals(id));
    }

    /** Takes all away. */
    public void clear() {
        armed.clear();
    }

    /** What is armed, with the number of hits so far. */
    public List<State> list() {
        return armed.stream().map(Armed::state).toList();
    }

    /** The fault this call runs into; the first armed one wins. */
    Optional<FaultRule> next(Call call) {
        for (Armed one : armed) {
            if (one.hits(call)) {
                return Optional.of(one.rule);
            }
        }
        return Optional.empty();
    }

    /**
     * An armed fault.
     *
     * @param rule the fault
     * @param seen matching calls so far
     * @param hit calls that ran into it
     */
    public record State(FaultRule rule, long seen, long hit) {}

    /** Counts for one rule. */
    private static final class Armed {
        private final FaultRule rule;
        private final Match match;
        private long seen; // guarded by this
        private long hit; // guarded by this

        Armed(FaultRule rule) {
            this.rule = rule;
            this.match = rule.match();
        }

        synchronized boolean hits(Call call) {
            boolean spent = rule.times() >= 0 && hit >= rule.times();
            if (spent || !match.fits(call)) {
                return false;
            }
            seen++;
            if (seen <= rule.skip()) {
                return false;
            }
            hit++;
            return true;
        }

        synchronized State state() {
            return new State(rule, seen, hit);
        }
    }
}
