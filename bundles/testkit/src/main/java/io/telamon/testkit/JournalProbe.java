/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit;

import io.telamon.model.event.Event;
import io.telamon.store.api.Store;
import java.util.List;
import java.util.stream.Stream;

/** Reads the journal of a store in a test and plays the sequencer while doing so. */
public final class JournalProbe {
    private static final int BATCH = 1000;

    private final Store store;
    private final long start;

    /** Watches what is written from now on. */
    public JournalProbe(Store store) {
        this.store = store;
        sequence(store);
        this.start = store.read(work -> work.journal().last());
    }

    /** Gives a position to every committed event; for tests that run without the events bundle. */
    public static void sequence(Store store) {
        int given;
        do {
            given = store.write(work -> work.journal().position(BATCH));
        } while (given == BATCH);
    }

    /** All events since this probe was made, in order. */
    public List<Event.Positioned> positioned() {
        sequence(store);
        return store.read(work -> work.journal().after(start, null, Integer.MAX_VALUE));
    }

    /** All events since this probe was made, in order. */
    public List<Event> events() {
        return positioned().stream().map(Event.Positioned::event).toList();
    }

    /** Types of the events about one object, in order. */
    public List<String> types(String subjectKind, String subjectId) {
        return about(subjectKind, subjectId).map(Event::type).toList();
    }

    /** Versions of one object that the journal tells of, in order. */
    public List<Long> versions(String subjectKind, String subjectId) {
        return about(subjectKind, subjectId).map(event -> event.subject().version()).toList();
    }

    private Stream<Event> about(String kind, String id) {
        return events().stream()
                .filter(event -> event.subject().kind().equals(kind))
                .filter(event -> event.subject().id().equals(id));
    }
}
