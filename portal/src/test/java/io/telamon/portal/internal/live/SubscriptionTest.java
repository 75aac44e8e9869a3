/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.event.Event;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.EventFeed;
import io.telamon.portal.fakes.FakeFeed;
import io.telamon.portal.fakes.FakeWorld;
import io.telamon.portal.internal.app.Harness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private final Harness harness = Harness.as("admin");
    private final Ear ear = new Ear();

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void manyEventsComeInFewBatchesAndInOrder() {
        try (Subscription subscription = LiveHub.current().follow(Harness.ADMIN, ear)) {
            for (int i = 0; i < 200; i++) {
                harness.ns.create(
                        Harness.ADMIN, "shop-" + i, "", harness.world.packageOf("two-tier").id());
            }

            harness.await("all events", () -> ear.events.size() == 200);

            assertThat(ear.batches).isNotEmpty().hasSizeLessThan(20);
            assertThat(ear.events).extracting(event -> event.subject().version()).isSorted();
            assertThat(subscription).isNotNull();
        }
    }

    @Test
    void whatDoesNotConcernThePageIsNotHandedOn() {
        ear.wanted = "package";
        try (Subscription subscription = LiveHub.current().follow(Harness.ADMIN, ear)) {
            harness.ns.create(Harness.ADMIN, "shop", "", harness.world.packageOf("two-tier").id());
            harness.world.pack(
                    io.telamon.model.catalog.PackageKind.NS,
                    "x",
                    "x",
                    io.telamon.model.catalog.PackageState.ONBOARDED);

            assertThat(ear.events).isEmpty();
            assertThat(subscription).isNotNull();
        }
    }

    @Test
    void aReplacedFeedIsFollowedFromThePositionLastSeen() {
        try (Subscription subscription = LiveHub.current().follow(Harness.ADMIN, ear)) {
            harness.take(EventFeed.class);
            harness.await("the page knows", () -> ear.connections.contains(false));
            harness.ns.create(
                    Harness.ADMIN, "meanwhile", "", harness.world.packageOf("two-tier").id());

            harness.give(EventFeed.class, new FakeFeed(harness.world));

            harness.await("nothing is lost", () -> ear.events.size() == 1);
            assertThat(ear.connections).endsWith(true);
            assertThat(subscription).isNotNull();
        }
    }

    @Test
    void aCutFeedIsFollowedAgain() {
        CuttingFeed feed = new CuttingFeed(harness.world);
        harness.give(EventFeed.class, feed);
        try (Subscription subscription = LiveHub.current().follow(Harness.ADMIN, ear)) {
            feed.cuts.get(0).run();

            harness.await("it follows again", () -> feed.cuts.size() == 2);
            assertThat(subscription).isNotNull();
        }
    }

    @Test
    void aClosedPageHearsNothingMore() {
        LiveHub.current().follow(Harness.ADMIN, ear).close();

        harness.ns.create(Harness.ADMIN, "shop", "", harness.world.packageOf("two-tier").id());

        assertThat(ear.events).isEmpty();
    }

    /** A page that only listens. */
    private static final class Ear implements Subscription.Page {
        private final List<Event> events = new CopyOnWriteArrayList<>();
        private final List<Integer> batches = new CopyOnWriteArrayList<>();
        private final List<Boolean> connections = new CopyOnWriteArrayList<>();
        private volatile String wanted = "ns";

        @Override
        public boolean concerns(Event event) {
            return event.subject().kind().equals(wanted);
        }

        @Override
        public void changed(List<Event> batch) {
            batches.add(batch.size());
            events.addAll(batch);
        }

        @Override
        public void connected(boolean there) {
            connections.add(there);
        }
    }

    /** A feed that cuts when told to. */
    private static final class CuttingFeed implements EventFeed {
        private final FakeFeed feed;
        private final List<Runnable> cuts = Collections.synchronizedList(new ArrayList<>());

        CuttingFeed(FakeWorld world) {
            feed = new FakeFeed(world);
        }

        @Override
        public List<Event.Positioned> after(Caller caller, long position, int most) {
            return feed.after(caller, position, most);
        }

        @Override
        public List<Event.Positioned> about(
                Caller caller, String kind, String id, long position, int most) {
            return feed.about(caller, kind, id, position, most);
        }

        @Override
        public long position() {
            return feed.position();
        }

        @Override
        public AutoCloseable follow(
                Caller caller,
                long position,
                Consumer<List<Event.Positioned>> listener,
                Runnable onCut) {
            cuts.add(onCut);
            return feed.follow(caller, position, listener, onCut);
        }
    }
}
