/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

import io.telamon.model.TenantId;
import io.telamon.model.event.Event;
import java.util.List;

/** The journal of all changes of state. */
public interface Journal {
    /** Appends events; they become readable once a position is given after the commit. */
    void append(List<Event> events);

    /**
     * Gives the next positions to committed events that have none; the sequencer alone calls it.
     */
    int position(int most);

    /** Events after a position, in order; {@code tenant} null for all. */
    List<Event.Positioned> after(long position, TenantId tenant, int most);

    /** Events about one object, in order. */
    List<Event.Positioned> about(String subjectKind, String subjectId, long position, int most);

    /** The highest position given so far, 0 before the first. */
    long last();
}
