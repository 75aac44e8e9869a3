/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.live;

import io.telamon.errors.TelamonException;
import io.telamon.model.event.Event;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.EventFeed;
import io.telamon.portal.internal.facade.ServiceSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One page's ear at the journal. Events are handed on in batches, four a second at most; when the
 * feed cuts or is replaced, it subscribes again from the last position seen. Thread-safe.
 */
final class Subscription implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);
    private static final long BATCH_MILLIS = 250;
    private static final long CHECK_MILLIS = 1_000;

    /** What a page wants to hear. Called on a pool thread. */
    interface Page {
        /** True when the page shows something that this event changed. */
        boolean concerns(Event event);

        /** These happened, in order. */
        void changed(List<Event> batch);

        /** The feed is there, or gone for the moment. */
        void connected(boolean there);
    }

    private final LiveHub hub;
    private final ServiceSource source;
    private final Caller caller;
    private final Page page;
    private final AtomicBoolean closed = new AtomicBoolean();
    // guarded by this
    private final List<Event> waiting = new ArrayList<>();
    private boolean flushing;
    private long position = -1;
    private long provider = -1;
    private AutoCloseable feed;

    Subscription(LiveHub hub, ServiceSource source, Caller caller, Page page) {
        this.hub = hub;
        this.source = source;
        this.caller = caller;
        this.page = page;
    }

    void start() {
        connect();
        hub.later(this::check, CHECK_MILLIS);
    }

    private void check() {
        if (closed.get()) {
            return;
        }
        try {
            long now = source.identity(EventFeed.class);
            boolean alive;
            synchronized (this) {
                alive = feed != null && now == provider;
            }
            if (!alive) {
                drop();
                connect();
            }
        } catch (IllegalStateException ended) {
            LOG.debug("The portal's bundle stops; no more live pages", ended);
            return;
        }
        hub.later(this::check, CHECK_MILLIS);
    }

    private void connect() {
        boolean there;
        try {
            long now = source.identity(EventFeed.class);
            AutoCloseable opened = source.call(EventFeed.class, this::open);
            synchronized (this) {
                feed = opened;
                provider = now;
            }
            there = true;
        } catch (TelamonException absent) {
            LOG.debug("No event feed at the moment", absent);
            there = false;
        }
        page.connected(there);
    }

    private AutoCloseable open(EventFeed events) {
        long from;
        synchronized (this) {
            position = position < 0 ? events.position() : position;
            from = position;
        }
        return events.follow(caller, from, this::arrived, this::drop);
    }

    private synchronized void arrived(List<Event.Positioned> batch) {
        for (Event.Positioned next : batch) {
            position = Math.max(position, next.position());
            if (page.concerns(next.event())) {
                waiting.add(next.event());
            }
        }
        if (!waiting.isEmpty() && !flushing) {
            flushing = true;
            hub.later(this::flush, BATCH_MILLIS);
        }
    }

    private void flush() {
        List<Event> batch;
        synchronized (this) {
            flushing = false;
            batch = List.copyOf(waiting);
            waiting.clear();
        }
        if (!closed.get()) {
            page.changed(batch);
        }
    }

    private void drop() {
        AutoCloseable old;
        synchronized (this) {
            old = feed;
            feed = null;
        }
        if (old != null) {
            try {
                old.close();
            } catch (Exception e) { // the provider may be gone with its bundle
                LOG.debug("An event feed did not close well", e);
            }
        }
    }

    @Override
    public void close() {
        closed.set(true);
        drop();
    }
}
