/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.store.api.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The journal in memory. */
final class MemoryJournal implements Journal {
    private final Layers layers;

    MemoryJournal(Layers layers) {
        this.layers = layers;
    }

    @Override
    public void append(List<Event> events) {
        events.forEach(layers::append);
    }

    @Override
    public int position(int most) {
        List<Map.Entry<Long, Event>> waiting = new ArrayList<>(layers.pending.rows().entrySet());
        int count = Math.min(most, waiting.size());
        long last = last();
        for (Map.Entry<Long, Event> row : waiting.subList(0, count)) {
            layers.pending.remove(row.getKey());
            last++;
            layers.journal.put(last, new Event.Positioned(last, row.getValue()));
        }
        return count;
    }

    @Override
    public List<Event.Positioned> after(long position, TenantId tenant, int most) {
        return layers
                .journal
                .where(
                        row ->
                                row.position() > position
                                        && (tenant == null || row.event().tenant().equals(tenant)))
                .stream()
                .limit(most)
                .toList();
    }

    @Override
    public List<Event.Positioned> about(
            String subjectKind, String subjectId, long position, int most) {
        return layers
                .journal
                .where(
                        row ->
                                row.position() > position
                                        && row.event().subject().kind().equals(subjectKind)
                                        && row.event().subject().id().equals(subjectId))
                .stream()
                .limit(most)
                .toList();
    }

    @Override
    public long last() {
        return layers.journal.rows().keySet().stream().reduce(0L, Math::max);
    }
}
