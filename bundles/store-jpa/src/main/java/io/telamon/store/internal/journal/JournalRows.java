/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.journal;

import java.util.List;

/** The tables of this package, for Hibernate. */
public final class JournalRows {
    /** All row classes. */
    public static final List<Class<?>> ALL = List.of(WaitingEventRow.class, EventRow.class);

    private JournalRows() {}
}
