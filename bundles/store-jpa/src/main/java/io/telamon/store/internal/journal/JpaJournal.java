/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.journal;

import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import io.telamon.store.api.Journal;
import io.telamon.store.internal.base.Db;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal in the database. A writer appends to a small table; the sequencer moves committed
 * events from there to the journal in one order. So a writing transaction touches one narrow table
 * and the journal is only ever appended to.
 */
public final class JpaJournal implements Journal {
    private final Db db;

    /** Works in the transaction of {@code db}. */
    public JpaJournal(Db db) {
        this.db = db;
    }

    @Override
    public void append(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        db.insertAll(
                Db.map(
                        events,
                        event -> WaitingEventRow.of(event, db.nextNumber(), db.documents())));
        db.noteEvents();
    }

    @Override
    public int position(int most) {
        if (db.first(1, Long.class, "select w.seq from WaitingEventRow w").isEmpty()) {
            return 0;
        }
        long head = lockedHead();
        List<WaitingEventRow> waiting =
                db.first(most, WaitingEventRow.class, "from WaitingEventRow w order by w.seq");
        List<EventRow> placed = new ArrayList<>(waiting.size());
        for (WaitingEventRow row : waiting) {
            head++;
            placed.add(EventRow.of(row, head));
        }
        db.deleteAll(waiting);
        db.insertAll(placed);
        db.executeSql("update journal_head set pos = ?1 where id = 1", head);
        return placed.size();
    }

    @Override
    public List<Event.Positioned> after(long position, TenantId tenant, int most) {
        List<EventRow> rows =
                tenant == null
                        ? db.first(
                                most,
                                EventRow.class,
                                "from EventRow e where e.pos > ?1 order by e.pos",
                                position)
                        : db.first(
                                most,
                                EventRow.class,
                                "from EventRow e where e.pos > ?1 and e.tenantId = ?2 order by e.pos",
                                position,
                                tenant.value());
        return models(rows);
    }

    @Override
    public List<Event.Positioned> about(
            String subjectKind, String subjectId, long position, int most) {
        return models(
                db.first(
                        most,
                        EventRow.class,
                        "from EventRow e where e.subjectId = ?1 and e.pos > ?2 and e.subjectKind = ?3"
                                + " order by e.subjectId, e.pos",
                        subjectId,
                        position,
                        subjectKind));
    }

    @Override
    public long last() {
        return db.sql(Long.class, "select pos from journal_head where id = 1").get(0);
    }

    /** The lock keeps a second container from giving the same positions. */
    private long lockedHead() {
        return db.sql(Long.class, "select pos from journal_head where id = 1 for update").get(0);
    }

    private List<Event.Positioned> models(List<EventRow> rows) {
        return Db.map(rows, row -> row.positioned(db.documents()));
    }
}
