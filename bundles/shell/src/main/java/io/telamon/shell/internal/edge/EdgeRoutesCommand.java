/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.edge;

import io.telamon.northbound.api.EdgeFacade;
import io.telamon.northbound.api.EdgeView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the tables of brokers in this container with how requests went. */
@Service
@Requires("edge:read")
@Command(
        scope = "edge",
        name = "routes",
        description = "List the tables of brokers in this container")
public final class EdgeRoutesCommand extends TabularCommand<EdgeView.Route> {
    @Override
    protected List<EdgeView.Route> rows() {
        return ask(EdgeFacade.class, EdgeFacade::view).routes();
    }

    @Override
    protected List<Column<EdgeView.Route>> columns() {
        return List.of(
                Column.of("broker", EdgeView.Route::broker),
                Column.of("function", EdgeView.Route::function),
                Column.of("destination", EdgeView.Route::destination),
                Column.of("up", EdgeView.Route::up),
                Column.of("weight", EdgeView.Route::weight),
                Column.of("share", EdgeView.Route::share),
                Column.of("under-way", EdgeView.Route::underWay),
                Column.of("answered", EdgeView.Route::answered),
                Column.of("failed", EdgeView.Route::failed));
    }
}
