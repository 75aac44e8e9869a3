/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.journal;

import io.telamon.model.event.Event;
import io.telamon.store.internal.base.Documents;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A committed event that has no position yet. */
@Entity
@Table(name = "event_waiting")
class WaitingEventRow extends AbstractEventRow {
    @Id long seq;

    static WaitingEventRow of(Event event, long seq, Documents documents) {
        WaitingEventRow row = new WaitingEventRow();
        row.seq = seq;
        row.fill(event, documents);
        return row;
    }
}
