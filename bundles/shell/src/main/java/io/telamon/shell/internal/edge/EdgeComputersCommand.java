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

/** Lists computers, what they run and how busy they are. */
@Service
@Requires("edge:read")
@Command(scope = "edge", name = "computers", description = "List computers and what they run")
public final class EdgeComputersCommand extends TabularCommand<EdgeView.Computer> {
    @Override
    protected List<EdgeView.Computer> rows() {
        return ask(EdgeFacade.class, EdgeFacade::view).computers();
    }

    @Override
    protected List<Column<EdgeView.Computer>> columns() {
        return List.of(
                Column.of("endpoint", EdgeView.Computer::endpoint),
                Column.of("state", EdgeView.Computer::presence),
                Column.of("load", row -> row.load() < 0 ? null : row.load()),
                Column.of("under-way", EdgeView.Computer::underWay),
                Column.of("answered", EdgeView.Computer::answered),
                Column.of("failed", EdgeView.Computer::failed),
                Column.of("functions", EdgeView.Computer::functions),
                Column.wide("home", EdgeView.Computer::home),
                Column.wide("since", row -> row.since().orElse(null)),
                Column.wide("lease-until", row -> row.leaseUntil().orElse(null)));
    }
}
