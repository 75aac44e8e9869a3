/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.flow;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps states in memory for a while after they were last used. When it is full it takes no more:
 * nobody's states make way for another's. Thread-safe.
 */
public final class StateStore {
    private static final int OVERHEAD = 100;

    private final long maxBytes;
    private final long life;
    private final LongSupplier nanos;
    // guarded by this; in the order of last use
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    private record Entry(ByteString content, long used) {
        int size(String name) {
            return OVERHEAD + 2 * name.length() + content.size();
        }
    }

    /** A store that was asked to take more than it may hold. */
    public static final class FullException extends Exception {
        private static final long serialVersionUID = 1L;

        FullException(String message) {
            super(message);
        }
    }

    /** An empty store; the time is as {@link System#nanoTime}. */
    public StateStore(long maxBytes, Duration life, LongSupplier nanos) {
        this.maxBytes = maxBytes;
        this.life = life.toNanos();
        this.nanos = nanos;
    }

    /** A state that is here. */
    public synchronized Optional<ByteString> get(String name) {
        expire();
        Entry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        entries.put(name, new Entry(entry.content(), nanos.getAsLong()));
        return Optional.of(entry.content());
    }

    /** Keeps a state, over what was kept under this name. */
    public synchronized void put(String name, ByteString content) throws FullException {
        expire();
        Entry entry = new Entry(content, nanos.getAsLong());
        Entry old = entries.get(name);
        long after = bytes + entry.size(name) - (old == null ? 0 : old.size(name));
        if (after > maxBytes) {
            throw new FullException(
                    "State %s of %d bytes does not fit: %d of %d bytes are in use"
                            .formatted(name, content.size(), bytes, maxBytes));
        }
        entries.put(name, entry);
        bytes = after;
    }

    /** Forgets a state; false when it is not here. */
    public synchronized boolean delete(String name) {
        expire();
        Entry old = entries.remove(name);
        if (old != null) {
            bytes -= old.size(name);
        }
        return old != null;
    }

    /** Bytes in use. */
    public synchronized long bytes() {
        expire();
        return bytes;
    }

    private void expire() {
        long now = nanos.getAsLong();
        Iterator<Map.Entry<String, Entry>> oldest = entries.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<String, Entry> next = oldest.next();
            if (now - next.getValue().used() < life) {
                return;
            }
            oldest.remove();
            bytes -= next.getValue().size(next.getKey());
        }
    }
}
