/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.events.internal;

import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.store.api.Store;
import java.util.List;
import java.util.Optional;

/** Where readers find events: the newest in memory, older ones in the store. Thread-safe. */
final class EventSource {
    private final Store store;
    private final RecentEvents recent;
    private final int batch;

    EventSource(Store store, RecentEvents recent, int batch) {
        this.store = store;
        this.recent = recent;
        this.batch = batch;
    }

    /** The newest position. */
    long head() {
        return recent.head();
    }

    /** Recent events after a position; empty when they do not reach back that far. */
    Optional<List<Event.Positioned>> recent(long position) {
        return recent.after(position, batch);
    }

    /** Stored events of a tenant (null for all) after a position. */
    List<Event.Positioned> stored(long position, TenantId tenant) {
        return store.read(unit -> unit.journal().after(position, tenant, batch));
    }

    /** True when a batch may have more behind it. */
    boolean isFull(List<Event.Positioned> events) {
        return events.size() >= batch;
    }
}
