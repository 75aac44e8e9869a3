/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.policy;

import java.util.Arrays;

/**
 * {@code round-robin}: by turns among the destinations whose weight is at most twice the smallest,
 * the turn of each costing its weight. Others get one request when their timer ends: after 1 s,
 * then twice as long each time up to 30 s, until they qualify. Who comes in starts level with who
 * is served next, so that nobody catches up on what was missed.
 */
final class DeficitRoundRobin implements Policy {
    private static final double SPREAD = 2;
    private static final double FIRST = 1e9;
    private static final double LAST = 30e9;
    // moves between the sets per pick: more are left to the next picks
    private static final int MOVES = 8;

    private final IndexedHeap weights = new IndexedHeap();
    private final IndexedHeap active = new IndexedHeap();
    private final IndexedHeap waiting = new IndexedHeap();
    private final IndexedHeap timers = new IndexedHeap();
    private double[] patience = new double[8];

    @Override
    public void add(int slot, double weight, long now) {
        if (slot >= patience.length) {
            patience = Arrays.copyOf(patience, Math.max(slot + 1, 2 * patience.length));
        }
        weights.put(slot, weight);
        if (weight <= SPREAD * weights.topKey()) {
            enter(slot);
        } else {
            leave(slot, weight, now);
        }
    }

    private void enter(int slot) {
        waiting.remove(slot);
        timers.remove(slot);
        active.put(slot, active.size() == 0 ? 0 : active.topKey());
    }

    private void leave(int slot, double weight, long now) {
        active.remove(slot);
        waiting.put(slot, weight);
        patience[slot] = FIRST;
        timers.put(slot, now + FIRST);
    }

    @Override
    public void remove(int slot) {
        weights.remove(slot);
        active.remove(slot);
        waiting.remove(slot);
        timers.remove(slot);
    }

    @Override
    public void weigh(int slot, double weight, long now) {
        weights.put(slot, weight);
        if (waiting.has(slot)) {
            waiting.put(slot, weight);
        }
    }

    @Override
    public int pick(int size, long now) {
        double limit = SPREAD * weights.topKey();
        for (int i = 0; i < MOVES && waiting.size() > 0 && waiting.topKey() <= limit; i++) {
            enter(waiting.top());
        }
        if (timers.topKey() <= now) {
            int late = timers.top();
            patience[late] = Math.min(LAST, 2 * patience[late]);
            timers.put(late, now + patience[late]);
            return late;
        }
        for (int i = 0; i < MOVES && active.size() > 1; i++) {
            int next = active.top();
            if (weights.key(next) <= limit) {
                break;
            }
            leave(next, weights.key(next), now);
        }
        int next = active.top();
        if (next >= 0) {
            active.put(next, active.topKey() + weights.key(next));
        }
        return next;
    }

    @Override
    public boolean explores() {
        return true;
    }
}
