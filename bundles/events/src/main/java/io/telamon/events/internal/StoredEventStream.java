/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.events.internal;

import io.telamon.events.api.EventListener;
import io.telamon.events.api.EventStream;
import io.telamon.events.api.Subscription;
import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.store.api.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Delivers the journal of the store to subscriptions. One thread gives positions; a small pool
 * delivers; a reader that does not keep up is cut and holds nobody up.
 */
@Component(service = EventStream.class, immediate = true)
public final class StoredEventStream implements EventStream, AutoCloseable {
    private final EventSource source;
    private final RecentEvents recent;
    private final Deliveries deliveries;
    private final Sequencer sequencer;
    private final Map<Reader, Boolean> readers = new ConcurrentHashMap<>();

    /** Starts to sequence and to deliver. */
    @Activate
    public StoredEventStream(@Reference Store store) {
        this(store, EventsConfig.standard());
    }

    StoredEventStream(Store store, EventsConfig config) {
        long head = store.read(unit -> unit.journal().last());
        recent = new RecentEvents(config.capacity(), head);
        source = new EventSource(store, recent, config.batch());
        deliveries = new Deliveries(config, readers.keySet());
        sequencer = new Sequencer(store, head, this::feed, config);
    }

    @Override
    public long position() {
        return recent.head();
    }

    @Override
    public Subscription subscribe(long from, TenantId tenant, EventListener listener) {
        Reader[] self = new Reader[1];
        self[0] =
                new Reader(
                        source,
                        Math.min(from, recent.head()),
                        tenant,
                        listener,
                        () -> end(self[0]));
        readers.put(self[0], true);
        deliveries.wake(self[0]);
        return self[0];
    }

    /** Stops; whoever still listens is told. */
    @Deactivate
    @Override
    public void close() {
        sequencer.close();
        new ArrayList<>(readers.keySet()).forEach(Reader::cut);
        deliveries.close();
    }

    private void feed(List<Event.Positioned> events) {
        recent.append(events);
        readers.keySet().forEach(deliveries::wake);
    }

    private void end(Reader reader) {
        readers.remove(reader);
    }
}
