/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.EventFeed;
import io.telamon.testkit.Samples;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A journal in memory that delivers on the thread of the writer. */
final class FakeFeed implements EventFeed {
    final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final List<Event.Positioned> all = new CopyOnWriteArrayList<>();

    /** Writes one event and delivers it. */
    void write(TenantId tenant, String kind, String id, String note) {
        Event event =
                new Event(
                        tenant,
                        new Event.Subject(kind, id, 1),
                        "Changed",
                        "ada",
                        Samples.NOW,
                        Map.of("note", note));
        Event.Positioned one = new Event.Positioned(all.size() + 1L, event);
        all.add(one);
        followers.forEach(follower -> follower.tell(List.of(one)));
    }

    /** Tells every follower that it is cut. */
    void cut() {
        followers.forEach(follower -> follower.onCut().run());
    }

    @Override
    public List<Event.Positioned> after(Caller caller, long position, int most) {
        return all.stream()
                .filter(one -> one.position() > position)
                .filter(one -> one.event().tenant().equals(caller.tenant()))
                .toList();
    }

    @Override
    public List<Event.Positioned> about(
            Caller caller, String kind, String id, long position, int most) {
        return after(caller, position, most).stream()
                .filter(one -> one.event().subject().id().equals(id))
                .toList();
    }

    @Override
    public long position() {
        return all.size();
    }

    @Override
    public AutoCloseable follow(
            Caller caller,
            long position,
            Consumer<List<Event.Positioned>> listener,
            Runnable onCut) {
        Follower follower = new Follower(caller, listener, onCut);
        listener.accept(after(caller, position, Integer.MAX_VALUE));
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /** One follower. */
    record Follower(Caller caller, Consumer<List<Event.Positioned>> listener, Runnable onCut) {
        void tell(List<Event.Positioned> batch) {
            List<Event.Positioned> mine =
                    batch.stream()
                            .filter(one -> one.event().tenant().equals(caller.tenant()))
                            .toList();
            if (!mine.isEmpty()) {
                listener.accept(mine);
            }
        }
    }
}
