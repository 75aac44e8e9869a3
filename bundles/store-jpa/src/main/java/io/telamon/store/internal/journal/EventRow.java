/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.journal;

import io.telamon.model.event.Event;
import io.telamon.store.internal.base.Documents;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An event at its place in the journal. */
@Entity
@Table(name = "event")
class EventRow extends AbstractEventRow {
    @Id long pos;

    static EventRow of(WaitingEventRow waiting, long pos) {
        EventRow row = new EventRow();
        row.pos = pos;
        row.fill(waiting);
        return row;
    }

    Event.Positioned positioned(Documents documents) {
        return new Event.Positioned(pos, toModel(documents));
    }
}
