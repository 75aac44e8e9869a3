/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.events.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.events.api.EventListener;
import io.telamon.events.api.Subscription;
import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.store.api.Store;
import io.telamon.testkit.Await;
import io.telamon.testkit.Samples;
import io.telamon.testkit.memory.InMemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Order, resumption, isolation and the fate of slow readers. */
class StoredEventStreamTest {
    private static final EventsConfig SMALL = config(256, Duration.ofSeconds(20), 2);

    private final Store store = new InMemoryStore();
    private final TenantId tenant = Samples.tenant();
    private final NsInstanceId subject = NsInstanceId.create();
    private final AtomicInteger version = new AtomicInteger();
    private StoredEventStream stream = new StoredEventStream(store, SMALL);

    @AfterEach
    void stop() {
        stream.close();
    }

    @Test
    void everyEventArrivesOnceAndInOrder() {
        Recorder all = new Recorder();
        stream.subscribe(0, null, all);

        IntStream.range(0, 40).forEach(index -> append(tenant, 5));

        all.awaitPositions(200);
        assertThat(all.versions()).isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
        assertThat(stream.position()).isEqualTo(200);
    }

    @Test
    void laterReaderCatchesUpFromTheStoreAndThenFollows() {
        IntStream.range(0, 30).forEach(index -> append(tenant, 10));
        Await.until("all positioned", () -> stream.position() == 300);
        Recorder late = new Recorder();

        stream.subscribe(120, null, late);
        late.awaitPositions(180);
        append(tenant, 3);

        late.awaitPositions(183);
        assertThat(late.positions()).isEqualTo(LongStream.rangeClosed(121, 303).boxed().toList());
    }

    @Test
    void readerOfATenantSeesNothingOfOthers() {
        TenantId other = Samples.tenant();
        IntStream.range(0, 50)
                .forEach(
                        index -> {
                            append(other, 4);
                            append(tenant, 1);
                        });
        Await.until("all positioned", () -> stream.position() == 250);
        Recorder mine = new Recorder();

        stream.subscribe(0, tenant, mine);
        mine.awaitPositions(50);
        append(other, 1);
        append(tenant, 1);

        mine.awaitPositions(51);
        assertThat(mine.events).allMatch(event -> event.event().tenant().equals(tenant));
    }

    @Test
    void slowLiveReaderIsCutAndHoldsNobodyUp() {
        restart(config(64, Duration.ofSeconds(20), 2));
        CountDownLatch block = new CountDownLatch(1);
        Recorder slow = new Recorder(block);
        Recorder quick = new Recorder();
        stream.subscribe(0, null, slow);
        stream.subscribe(0, null, quick);
        append(tenant, 1);
        Await.until("the slow one is inside a delivery", () -> slow.entered.get() == 1);

        for (int round = 1; round <= 20; round++) {
            append(tenant, 10);
            quick.awaitPositions(1 + round * 10);
        }
        block.countDown();

        Await.until("the slow one is cut", () -> slow.cuts.get() == 1);
        assertThat(quick.cuts).hasValue(0);
    }

    @Test
    void cutReaderResumesWithoutALoss() {
        Recorder failing =
                new Recorder() {
                    @Override
                    public void onEvents(List<Event.Positioned> batch) {
                        super.onEvents(batch);
                        throw new IllegalStateException("no more");
                    }
                };
        stream.subscribe(0, null, failing);
        append(tenant, 40);
        Await.until("cut by its own fault", () -> failing.cuts.get() == 1);
        Recorder next = new Recorder();

        stream.subscribe(failing.last(), null, next);

        next.awaitPositions(40 - failing.events.size());
        assertThat(next.positions().get(0)).isEqualTo(failing.last() + 1);
    }

    @Test
    void hangingDeliveryIsCutAndItsThreadReplaced() {
        restart(config(64, Duration.ofMillis(100), 1));
        Recorder stuck = new Recorder(new CountDownLatch(1));
        Recorder stuckToo = new Recorder(new CountDownLatch(1));
        stream.subscribe(0, null, stuck);
        stream.subscribe(0, null, stuckToo);
        append(tenant, 1);
        Await.until("both cut", () -> stuck.cuts.get() == 1 && stuckToo.cuts.get() == 1);
        Recorder healthy = new Recorder();

        stream.subscribe(0, null, healthy);

        healthy.awaitPositions(1);
    }

    @Test
    void closedSubscriptionHearsNothingMore() {
        Recorder closed = new Recorder();
        Recorder open = new Recorder();
        Subscription subscription = stream.subscribe(0, null, closed);
        append(tenant, 1);
        closed.awaitPositions(1);

        subscription.close();
        stream.subscribe(1, null, open);
        append(tenant, 1);

        open.awaitPositions(1);
        assertThat(closed.events).hasSize(1);
        assertThat(closed.cuts).hasValue(0);
    }

    @Test
    void stoppingTellsEveryReader() {
        Recorder reader = new Recorder();
        stream.subscribe(0, null, reader);

        stream.close();

        assertThat(reader.cuts).hasValue(1);
    }

    @Test
    void eventsWithoutPositionFromBeforeAreDelivered() {
        stream.close();
        append(tenant, 3);
        Recorder reader = new Recorder();

        restart(SMALL);
        stream.subscribe(0, null, reader);

        reader.awaitPositions(3);
    }

    private static EventsConfig config(int capacity, Duration patience, int threads) {
        return new EventsConfig(
                capacity, 16, Duration.ofMillis(1), Duration.ofMillis(20), patience, threads);
    }

    private void restart(EventsConfig config) {
        stream.close();
        stream = new StoredEventStream(store, config);
    }

    private void append(TenantId owner, int count) {
        List<Event> events =
                IntStream.range(0, count)
                        .mapToObj(index -> Samples.event(owner, subject, version.incrementAndGet()))
                        .toList();
        store.write(
                unit -> {
                    unit.journal().append(events);
                    return null;
                });
    }

    /** A listener that remembers, and blocks when it has a latch. */
    private static class Recorder implements EventListener {
        final List<Event.Positioned> events = new CopyOnWriteArrayList<>();
        final AtomicInteger cuts = new AtomicInteger();
        final AtomicInteger entered = new AtomicInteger();
        private final CountDownLatch block;

        Recorder() {
            this(new CountDownLatch(0));
        }

        Recorder(CountDownLatch block) {
            this.block = block;
        }

        @Override
        public void onEvents(List<Event.Positioned> batch) {
            entered.incrementAndGet();
            try {
                block.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            events.addAll(batch);
        }

        @Override
        public void onCut() {
            cuts.incrementAndGet();
        }

        void awaitPositions(int count) {
            Await.until(count + " events", () -> events.size() >= count);
            assertThat(events).hasSize(count);
        }

        List<Long> positions() {
            return events.stream().map(Event.Positioned::position).toList();
        }

        List<Long> versions() {
            return events.stream().map(event -> event.event().subject().version()).toList();
        }

        long last() {
            return events.get(events.size() - 1).position();
        }
    }
}
