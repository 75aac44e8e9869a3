/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.events;

import io.telamon.model.event.Event;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client of the event stream, written to without blocking: what the connection does not take
 * waits in a short queue; when that is full the client is cut. All fields are guarded by this.
 */
final class EventStream implements WriteListener, AsyncListener {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final byte[] HELLO =
            ": telamon\nretry: 2000\n\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] BEAT = ": \n\n".getBytes(StandardCharsets.UTF_8);

    private final AsyncContext async;
    private final EventFormat format;
    private final int backlog;
    private final Consumer<EventStream> onEnd;
    private final Deque<byte[]> queue = new ArrayDeque<>();
    private ServletOutputStream out;
    private AutoCloseable subscription;
    private boolean writable;
    private boolean unflushed;
    private boolean ended;

    EventStream(AsyncContext async, EventFormat format, int backlog, Consumer<EventStream> onEnd) {
        this.async = async;
        this.format = format;
        this.backlog = backlog;
        this.onEnd = onEnd;
    }

    /** Greets the client, so that it knows it is connected. */
    synchronized void open(ServletOutputStream stream) {
        out = stream;
        queue.add(HELLO);
        out.setWriteListener(this);
    }

    /** Begins to follow the journal; ends the subscription again when the client went meanwhile. */
    void follow(Supplier<AutoCloseable> feed) {
        AutoCloseable followed = feed.get();
        boolean late;
        synchronized (this) {
            late = ended;
            subscription = late ? null : followed;
        }
        if (late) {
            close(followed);
        }
    }

    /** Takes a batch from the feed; never blocks. */
    void offer(List<Event.Positioned> batch) {
        boolean full;
        synchronized (this) {
            batch.stream()
                    .filter(one -> format.accepts(one.event()))
                    .map(format::write)
                    .forEach(queue::add);
            pump();
            full = queue.size() > backlog;
        }
        if (full) {
            LOG.warn("An event client was cut: more than {} events behind", backlog);
            end();
        }
    }

    /** A sign of life, which also finds clients that are gone. */
    synchronized void beat() {
        if (queue.isEmpty()) {
            queue.add(BEAT);
            pump();
        }
    }

    /** Ends the stream; ending it twice changes nothing. */
    void end() {
        AutoCloseable followed;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            followed = subscription;
            queue.clear();
        }
        onEnd.accept(this);
        close(followed);
        try {
            async.complete();
        } catch (IllegalStateException over) {
            LOG.debug("The client was gone already: {}", over.getMessage());
        }
    }

    @Override
    public synchronized void onWritePossible() {
        writable = true;
        pump();
    }

    @Override
    public void onError(Throwable broken) {
        LOG.debug("An event client went away: {}", broken.getMessage());
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        LOG.debug("An event stream does not start twice");
    }

    /** Writes while the connection takes it; the container calls again when it does once more. */
    private void pump() {
        if (!writable || ended) {
            return;
        }
        try {
            while (out.isReady()) {
                byte[] next = queue.poll();
                if (next != null) {
                    out.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return;
                }
            }
            writable = false;
        } catch (IOException gone) {
            LOG.debug("An event client went away: {}", gone.getMessage());
            writable = false;
        }
    }

    private static void close(AutoCloseable followed) {
        if (followed == null) {
            return;
        }
        try {
            followed.close();
        } catch (Exception broken) {
            LOG.warn("A subscription to the journal did not end well", broken);
        }
    }
}
