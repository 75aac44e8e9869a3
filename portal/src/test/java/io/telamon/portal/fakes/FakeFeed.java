/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.fakes;

import io.telamon.model.event.Event;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.EventFeed;
import java.util.List;
import java.util.function.Consumer;

/** The journal of the fake world. */
public final class FakeFeed implements EventFeed {
    private final FakeWorld world;

    /** Reads this world. */
    public FakeFeed(FakeWorld world) {
        this.world = world;
    }

    @Override
    public List<Event.Positioned> after(Caller caller, long position, int most) {
        synchronized (world) {
            return world.journal.stream().filter(e -> e.position() > position).limit(most).toList();
        }
    }

    @Override
    public List<Event.Positioned> about(
            Caller caller, String kind, String id, long position, int most) {
        return after(caller, position, Integer.MAX_VALUE).stream()
                .filter(
                        e ->
                                e.event().subject().kind().equals(kind)
                                        && e.event().subject().id().equals(id))
                .limit(most)
                .toList();
    }

    @Override
    public long position() {
        return world.journal.size();
    }

    @Override
    public AutoCloseable follow(
            Caller caller,
            long position,
            Consumer<List<Event.Positioned>> listener,
            Runnable onCut) {
        world.listeners.add(listener);
        List<Event.Positioned> missed = after(caller, position, Integer.MAX_VALUE);
        if (!missed.isEmpty()) {
            listener.accept(missed);
        }
        return () -> world.listeners.remove(listener);
    }
}
