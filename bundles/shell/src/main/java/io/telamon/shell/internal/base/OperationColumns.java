/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import io.telamon.northbound.api.OperationView;
import java.util.List;

/** How operations look in all commands that show them. */
public final class OperationColumns {
    /** All columns. */
    public static final List<Column<OperationView>> ALL =
            List.of(
                    Column.of("id", view -> view.operation().id()),
                    Column.of("kind", view -> view.operation().kind()),
                    Column.of("instance", OperationView::instanceName),
                    Column.of("state", view -> view.operation().state()),
                    Column.of("total", OperationView::total),
                    Column.of("settled", OperationView::settled),
                    Column.of("failed", OperationView::failed),
                    Column.wide("instanceId", view -> view.operation().instance()),
                    Column.wide("actor", view -> view.operation().actor()),
                    Column.wide("started", view -> view.operation().progress().started()),
                    Column.wide("changed", view -> view.operation().progress().changed()),
                    Column.wide("problem", view -> problem(view)));

    private OperationColumns() {}

    private static Object problem(OperationView view) {
        var problem = view.operation().progress().problem();
        return problem == null ? null : problem.code() + ": " + problem.detail();
    }
}
