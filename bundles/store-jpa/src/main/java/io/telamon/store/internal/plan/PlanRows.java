/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.plan;

import java.util.List;

/** The tables of this package, for Hibernate. */
public final class PlanRows {
    /** All row classes. */
    public static final List<Class<?>> ALL =
            List.of(TaskRow.class, TaskStatusRow.class, AttemptRow.class);

    private PlanRows() {}
}
