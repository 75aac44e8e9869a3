/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.events.internal;

import io.telamon.events.api.EventListener;
import io.telamon.events.api.Subscription;
import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscription. It owns a cursor and no buffer: it catches up from the store, then reads the
 * shared recent events. A turn of work runs on a pool thread, one at a time per reader.
 */
final class Reader implements Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    private final EventSource source;
    private final TenantId tenant;
    private final EventListener listener;
    private final Runnable onEnd;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicInteger wakes = new AtomicInteger();
    private final AtomicReference<Delivery> delivery = new AtomicReference<>();

    /** Owned by the turn: at most one runs. */
    private long cursor;

    /** Owned by the turn. True once it has reached the newest event. */
    private boolean live;

    /** A call of the listener that is under way. */
    private record Delivery(Thread thread, long startNanos) {}

    Reader(EventSource source, long from, TenantId tenant, EventListener listener, Runnable onEnd) {
        this.source = source;
        this.cursor = from;
        this.tenant = tenant;
        this.listener = listener;
        this.onEnd = onEnd;
    }

    @Override
    public void close() {
        if (ended.compareAndSet(false, true)) {
            onEnd.run();
        }
    }

    /** Wakes since the last turn that found nothing; more than none means that a turn is queued. */
    AtomicInteger wakes() {
        return wakes;
    }

    /** Delivers one batch; true when there may be more. */
    boolean turn() {
        if (ended.get()) {
            return false;
        }
        try {
            return deliverNext();
        } catch (RuntimeException e) {
            LOG.warn("An event subscription failed and is cut at position {}", cursor, e);
            cut();
            return false;
        }
    }

    /** Ends the subscription and tells the listener. */
    void cut() {
        if (ended.compareAndSet(false, true)) {
            onEnd.run();
            tellCut();
        }
    }

    /** Cuts when the running delivery takes longer than this; true when it was cut. */
    boolean cutWhenStuck(long patienceNanos, long nowNanos) {
        Delivery running = delivery.get();
        if (running == null || nowNanos - running.startNanos() <= patienceNanos) {
            return false;
        }
        LOG.warn("An event subscription does not return from a delivery and is cut");
        cut();
        running.thread().interrupt();
        return true;
    }

    private boolean deliverNext() {
        long head = source.head();
        Optional<List<Event.Positioned>> recent = source.recent(cursor);
        if (recent.isEmpty() && live) {
            LOG.info("An event subscription was too slow and is cut at position {}", cursor);
            cut();
            return false;
        }
        live |= recent.isPresent();
        List<Event.Positioned> events = recent.orElseGet(() -> source.stored(cursor, tenant));
        if (recent.isEmpty() && !source.isFull(events)) {
            cursor = Math.max(cursor, head);
        }
        if (!events.isEmpty()) {
            cursor = Math.max(cursor, events.get(events.size() - 1).position());
            deliver(events.stream().filter(this::isMine).toList());
        }
        return cursor < source.head();
    }

    private void deliver(List<Event.Positioned> events) {
        if (events.isEmpty() || ended.get()) {
            return;
        }
        delivery.set(new Delivery(Thread.currentThread(), System.nanoTime()));
        try {
            listener.onEvents(events);
        } finally {
            delivery.set(null);
        }
    }

    private boolean isMine(Event.Positioned event) {
        return tenant == null || event.event().tenant().equals(tenant);
    }

    private void tellCut() {
        try {
            listener.onCut();
        } catch (RuntimeException e) {
            LOG.warn("A listener failed when told that it is cut", e);
        }
    }
}
