/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.events.internal;

import io.telamon.events.api.EventListener;
import io.telamon.events.api.EventStream;
import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.EventFeed;
import io.telamon.store.api.Store;
import java.util.List;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The journal for doors: checks the caller's permission and shows only what is the tenant's. */
@Component(service = EventFeed.class)
public final class JournalFeed implements EventFeed {
    private static final String PERMISSION = "ns:read";

    private final Store store;
    private final EventStream stream;

    /** Reads the past from {@code store} and follows {@code stream}. */
    @Activate
    public JournalFeed(@Reference Store store, @Reference EventStream stream) {
        this.store = store;
        this.stream = stream;
    }

    @Override
    public List<Event.Positioned> after(Caller caller, long position, int most) {
        TenantId tenant = scope(caller);
        return store.read(unit -> unit.journal().after(position, tenant, most));
    }

    @Override
    public List<Event.Positioned> about(
            Caller caller, String kind, String id, long position, int most) {
        TenantId tenant = scope(caller);
        return store.read(unit -> unit.journal().about(kind, id, position, most)).stream()
                .filter(event -> tenant == null || event.event().tenant().equals(tenant))
                .toList();
    }

    @Override
    public long position() {
        return stream.position();
    }

    @Override
    public AutoCloseable follow(
            Caller caller,
            long position,
            Consumer<List<Event.Positioned>> listener,
            Runnable onCut) {
        return stream.subscribe(position, scope(caller), new Door(listener, onCut));
    }

    /** The tenant whose events the caller may see; null for all. */
    private static TenantId scope(Caller caller) {
        caller.require(PERMISSION);
        return caller.seesAllTenants() ? null : caller.tenant();
    }

    /** A door's two callbacks as one listener. */
    private record Door(Consumer<List<Event.Positioned>> listener, Runnable cut)
            implements EventListener {
        @Override
        public void onEvents(List<Event.Positioned> events) {
            listener.accept(events);
        }

        @Override
        public void onCut() {
            cut.run();
        }
    }
}
