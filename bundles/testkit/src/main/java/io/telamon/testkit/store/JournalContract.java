/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.testkit.JournalProbe;
import io.telamon.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The journal and its positions. */
public interface JournalContract extends StoreUnderTest {
    /** An event is readable once it has a position, and reads as it was written. */
    @Test
    default void eventsAreReadableOncePositioned() {
        JournalProbe.sequence(store());
        long start = seen(unit -> unit.journal().last());
        Event event = Samples.event(Samples.tenant(), NsInstanceId.create(), 1);

        write(unit -> unit.journal().append(List.of(event)));
        thatList(unit -> unit.journal().after(start, null, 10)).isEmpty();

        assertThat((Object) written(unit -> unit.journal().position(10))).isEqualTo(1);
        thatList(unit -> unit.journal().after(start, null, 10))
                .containsExactly(new Event.Positioned(start + 1, event));
        thatValue(unit -> unit.journal().last()).isEqualTo(start + 1);
        assertThat((Object) written(unit -> unit.journal().position(10))).isEqualTo(0);
    }

    /** Positions follow the order of writing without a gap, in as many steps as it takes. */
    @Test
    default void positionsFollowTheOrderOfWriting() {
        JournalProbe probe = new JournalProbe(store());
        long start = seen(unit -> unit.journal().last());
        NsInstanceId subject = NsInstanceId.create();
        TenantId tenant = Samples.tenant();
        List<Event> events =
                IntStream.rangeClosed(1, 250)
                        .mapToObj(version -> Samples.event(tenant, subject, version))
                        .toList();
        write(unit -> unit.journal().append(events.subList(0, 100)));
        write(unit -> unit.journal().append(events.subList(100, 250)));

        List<Integer> steps = new ArrayList<>();
        int step;
        do {
            step = written(unit -> unit.journal().position(100));
            steps.add(step);
        } while (step > 0);

        assertThat(steps).containsExactly(100, 100, 50, 0);
        assertThat(probe.events()).isEqualTo(events);
        assertThat(probe.positioned())
                .extracting(Event.Positioned::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(start + 1, start + 250).boxed().toList());
        thatList(unit -> unit.journal().after(start + 10, null, 3))
                .extracting(Event.Positioned::position)
                .containsExactly(start + 11, start + 12, start + 13);
    }

    /** Readers can ask for one tenant or for one object. */
    @Test
    default void eventsAreFilteredByTenantAndSubject() {
        JournalProbe probe = new JournalProbe(store());
        long start = seen(unit -> unit.journal().last());
        TenantId tenant = Samples.tenant();
        NsInstanceId one = NsInstanceId.create();
        NsInstanceId two = NsInstanceId.create();
        write(
                unit ->
                        unit.journal()
                                .append(
                                        List.of(
                                                Samples.event(tenant, one, 1),
                                                Samples.event(Samples.tenant(), two, 1),
                                                Samples.event(tenant, one, 2),
                                                Samples.event(tenant, two, 2))));
        JournalProbe.sequence(store());

        thatList(unit -> unit.journal().after(start, tenant, 10))
                .extracting(Event.Positioned::position)
                .containsExactly(start + 1, start + 3, start + 4);
        thatList(unit -> unit.journal().about("ns", one.value(), start, 10))
                .extracting(Event.Positioned::position)
                .containsExactly(start + 1, start + 3);
        thatList(unit -> unit.journal().about("ns", one.value(), start + 1, 10)).hasSize(1);
        assertThat(probe.versions("ns", two.value())).containsExactly(1L, 2L);
    }

    /** Nothing of a failed transaction ever gets a position. */
    @Test
    default void eventsOfFailedWorkAreNeverRead() {
        JournalProbe probe = new JournalProbe(store());
        NsInstanceId subject = NsInstanceId.create();

        try {
            write(
                    unit -> {
                        unit.journal().append(List.of(Samples.event(Samples.tenant(), subject, 1)));
                        throw new IllegalStateException("stop");
                    });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("stop");
        }

        assertThat(probe.types("ns", subject.value())).isEmpty();
    }
}
