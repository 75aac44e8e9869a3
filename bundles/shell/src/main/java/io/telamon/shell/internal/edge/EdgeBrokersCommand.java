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

/** Lists routers and dispatchers. */
@Service
@Requires("edge:read")
@Command(scope = "edge", name = "brokers", description = "List routers and dispatchers")
public final class EdgeBrokersCommand extends TabularCommand<EdgeView.Broker> {
    @Override
    protected List<EdgeView.Broker> rows() {
        return ask(EdgeFacade.class, EdgeFacade::view).brokers();
    }

    @Override
    protected List<Column<EdgeView.Broker>> columns() {
        return List.of(
                Column.of("endpoint", EdgeView.Broker::endpoint),
                Column.of("kind", EdgeView.Broker::kind),
                Column.of("table", EdgeView.Broker::table),
                Column.of("routes", EdgeView.Broker::routes),
                Column.of("homeless", EdgeView.Broker::homeless),
                Column.of("policy", EdgeView.Broker::policy),
                Column.of("trouble", EdgeView.Broker::trouble));
    }
}
