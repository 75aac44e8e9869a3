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

/** Lists functions, who runs them and how fast they answer. */
@Service
@Requires("edge:read")
@Command(
        scope = "edge",
        name = "functions",
        description = "List functions and how fast they answer")
public final class EdgeFunctionsCommand extends TabularCommand<EdgeView.Function> {
    @Override
    protected List<EdgeView.Function> rows() {
        return ask(EdgeFacade.class, EdgeFacade::view).functions();
    }

    @Override
    protected List<Column<EdgeView.Function>> columns() {
        return List.of(
                Column.of("name", EdgeView.Function::name),
                Column.of("computers", EdgeView.Function::computers),
                Column.of("answered", EdgeView.Function::answered),
                Column.of("failed", EdgeView.Function::failed),
                Column.of("p50-ms", EdgeView.Function::p50),
                Column.of("p95-ms", EdgeView.Function::p95),
                Column.of("p99-ms", EdgeView.Function::p99),
                Column.wide("lately", EdgeView.Function::lately));
    }
}
