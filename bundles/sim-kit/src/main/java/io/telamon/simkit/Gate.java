/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Holds calls open until it is released; afterwards everything passes. Thread-safe. */
final class Gate {
    private final GateOrder order;
    private final Match match;
    private final List<Held> inside = new ArrayList<>(); // guarded by this
    private long seen; // guarded by this
    private long hits; // guarded by this
    private boolean released; // guarded by this

    Gate(GateOrder order) {
        this.order = order;
        this.match = order.match();
    }

    String id() {
        return order.id();
    }

    /** Waits here when the gate means this call at this moment. */
    synchronized void pass(Call call, String moment) throws InterruptedException {
        if (released || !order.moment().equals(moment) || !match.fits(call)) {
            return;
        }
        seen++;
        boolean full = order.hold() >= 0 && hits >= order.hold();
        if (seen < order.nth() || full) {
            return;
        }
        Held held = Held.of(call);
        hits++;
        inside.add(held);
        notifyAll();
        try {
            hold(call.deadline());
        } finally {
            inside.remove(held);
            notifyAll();
        }
    }

    private void hold(Deadline deadline) throws InterruptedException {
        while (!released) {
            long left = deadline.millisLeft();
            if (left == 0) {
                throw new CallFailed(
                        CallFailed.Kind.TIMEOUT, "no answer within the deadline", null);
            }
            wait(left);
        }
    }

    /** Waits until so many calls were caught, at most so long; answers the state then. */
    synchronized State await(long count, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (hits < count && !released) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return state();
    }

    synchronized State release() {
        released = true;
        notifyAll();
        return state();
    }

    synchronized State state() {
        String word = released ? "released" : inside.isEmpty() ? "armed" : "held";
        return new State(order, word, seen, hits, List.copyOf(inside));
    }

    /**
     * A gate as others see it.
     *
     * @param order the wish
     * @param state armed, held or released
     * @param seen matching calls so far
     * @param hits calls it has caught so far
     * @param inside calls it holds now
     */
    record State(GateOrder order, String state, long seen, long hits, List<Held> inside) {}

    /**
     * A held call.
     *
     * @param since when it came
     * @param world its world
     * @param verb its verb
     * @param kind its kind
     * @param token its request token
     */
    record Held(String since, String world, String verb, String kind, String token) {
        static Held of(Call call) {
            Route route = call.route();
            return new Held(
                    Instant.now().toString(),
                    route.world(),
                    route.verb(),
                    route.kind(),
                    call.token());
        }
    }
}
