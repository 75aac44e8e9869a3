/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import io.telamon.northbound.api.TaskView;
import java.util.List;

/** How tasks look in all commands that show them. */
public final class TaskColumns {
    /** All columns. */
    public static final List<Column<TaskView>> ALL =
            List.of(
                    Column.of("id", view -> view.task().id()),
                    Column.of("verb", view -> view.task().verb()),
                    Column.of("key", view -> view.task().key()),
                    Column.of("account", TaskView::account),
                    Column.of("state", view -> view.task().state()),
                    Column.of("tries", view -> view.attempts().size()),
                    Column.of("waitingFor", view -> view.task().status().waitingFor()),
                    Column.of("problem", TaskColumns::problem),
                    Column.wide("due", view -> view.task().status().due()),
                    Column.wide("changed", view -> view.task().status().changed()),
                    Column.wide("operation", view -> view.task().operation()),
                    Column.wide("dependsOn", view -> view.task().dependsOn()));

    private TaskColumns() {}

    private static Object problem(TaskView view) {
        var problem = view.task().status().problem();
        return problem == null ? null : problem.code() + ": " + problem.detail();
    }
}
