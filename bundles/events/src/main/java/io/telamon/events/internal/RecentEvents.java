/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.events.internal;

import io.telamon.model.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The newest part of the journal in memory, shared by all subscriptions: the one buffer there is,
 * of a fixed size. Thread-safe.
 */
final class RecentEvents {
    private final Event.Positioned[] ring;
    private long count;
    private long floor;
    private long head;

    /** Starts empty behind {@code head}. */
    RecentEvents(int capacity, long head) {
        this.ring = new Event.Positioned[capacity];
        this.floor = head;
        this.head = head;
    }

    /** The newest position. */
    synchronized long head() {
        return head;
    }

    /** Adds the next events of the journal. */
    synchronized void append(List<Event.Positioned> events) {
        for (Event.Positioned event : events) {
            int slot = slot(count);
            if (ring[slot] != null) {
                floor = ring[slot].position();
            }
            ring[slot] = event;
            count++;
            head = event.position();
        }
    }

    /** Events after a position; empty when the buffer does not reach back that far. */
    synchronized Optional<List<Event.Positioned>> after(long position, int most) {
        if (position < floor) {
            return Optional.empty();
        }
        List<Event.Positioned> found = new ArrayList<>();
        for (long index = firstAfter(position); index < count && found.size() < most; index++) {
            found.add(ring[slot(index)]);
        }
        return Optional.of(found);
    }

    /** Index of the first event behind a position, by halving: positions rise. */
    private long firstAfter(long position) {
        long low = Math.max(0, count - ring.length);
        long high = count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (ring[slot(middle)].position() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int slot(long index) {
        return (int) (index % ring.length);
    }
}
