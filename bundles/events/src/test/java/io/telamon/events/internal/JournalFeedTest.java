/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import io.telamon.store.api.Store;
import io.telamon.testkit.Await;
import io.telamon.testkit.Samples;
import io.telamon.testkit.memory.InMemoryStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Doors see their tenant's part of the journal and need the permission for it. */
class JournalFeedTest {
    private final Store store = new InMemoryStore();
    private final StoredEventStream stream = new StoredEventStream(store);
    private final JournalFeed feed = new JournalFeed(store, stream);
    private final TenantId mine = Samples.tenant();
    private final TenantId foreign = Samples.tenant();
    private final NsInstanceId mySubject = NsInstanceId.create();
    private final NsInstanceId foreignSubject = NsInstanceId.create();
    private final Caller viewer = new Caller("vera", mine, Set.of(Role.VIEWER));
    private final Caller operator = new Caller("otto", mine, Set.of(Role.SYSTEM_ADMIN));

    @BeforeEach
    void write() {
        append(Samples.event(mine, mySubject, 1), Samples.event(foreign, foreignSubject, 1));
        Await.until("both positioned", () -> feed.position() == 2);
    }

    @AfterEach
    void stop() {
        stream.close();
    }

    @Test
    void callerSeesOnlyItsTenant() {
        assertThat(feed.after(viewer, 0, 10))
                .extracting(Event.Positioned::position)
                .containsExactly(1L);
        assertThat(feed.about(viewer, "ns", mySubject.value(), 0, 10)).hasSize(1);
        assertThat(feed.about(viewer, "ns", foreignSubject.value(), 0, 10)).isEmpty();
    }

    @Test
    void operatorSeesAllTenants() {
        assertThat(feed.after(operator, 0, 10)).hasSize(2);
        assertThat(feed.about(operator, "ns", foreignSubject.value(), 0, 10)).hasSize(1);
    }

    @Test
    void callerWithoutPermissionIsRefused() {
        Caller nobody = new Caller("nora", mine, Set.of());

        assertThatThrownBy(() -> feed.after(nobody, 0, 1)).satisfies(JournalFeedTest::isForbidden);
        assertThatThrownBy(() -> feed.about(nobody, "ns", "x", 0, 1))
                .satisfies(JournalFeedTest::isForbidden);
        assertThatThrownBy(() -> feed.follow(nobody, 0, events -> {}, () -> {}))
                .satisfies(JournalFeedTest::isForbidden);
    }

    @Test
    void followerGetsItsTenantsEventsUntilTheFeedEnds() {
        List<Event.Positioned> seen = new CopyOnWriteArrayList<>();
        AtomicInteger cuts = new AtomicInteger();

        feed.follow(viewer, 0, seen::addAll, cuts::incrementAndGet);
        append(Samples.event(foreign, foreignSubject, 2), Samples.event(mine, mySubject, 2));

        Await.until("both of mine", () -> seen.size() == 2);
        assertThat(seen).extracting(Event.Positioned::position).containsExactly(1L, 4L);
        stream.close();
        assertThat(cuts).hasValue(1);
    }

    private static void isForbidden(Throwable error) {
        assertThat(((TelamonException) error).code()).isEqualTo(ErrorCode.FORBIDDEN);
    }

    private void append(Event... events) {
        store.write(
                unit -> {
                    unit.journal().append(List.of(events));
                    return null;
                });
    }
}
