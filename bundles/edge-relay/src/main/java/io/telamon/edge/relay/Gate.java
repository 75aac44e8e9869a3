/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Lets so many requests to one destination be under way and so many wait in order. Whoever got in
 * leaves once; that lets the next one in.
 */
final class Gate {
    /** What became of a request that came. */
    enum Entry {
        IN,
        WAITS,
        FULL
    }

    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private int inside;

    /** The waiter is run when its turn comes, by whoever left. */
    synchronized Entry enter(Runnable waiter, int mostInside, int mostWaiting) {
        if (inside < mostInside) {
            inside++;
            return Entry.IN;
        }
        if (waiting.size() >= mostWaiting) {
            return Entry.FULL;
        }
        waiting.add(waiter);
        return Entry.WAITS;
    }

    /** Takes a waiter out; false when its turn has come already. */
    synchronized boolean giveUp(Runnable waiter) {
        return waiting.remove(waiter);
    }

    /** The place goes to the next waiter. */
    void leave() {
        Runnable next;
        synchronized (this) {
            var iterator = waiting.iterator();
            if (!iterator.hasNext()) {
                inside--;
                return;
            }
            next = iterator.next();
            iterator.remove();
        }
        next.run();
    }

    synchronized int inside() {
        return inside;
    }

    synchronized int waiting() {
        return waiting.size();
    }
}
