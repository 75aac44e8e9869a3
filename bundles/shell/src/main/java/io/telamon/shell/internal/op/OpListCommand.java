/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.op;

import io.telamon.model.NsInstanceId;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.OperationColumns;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.NsNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists operations, newest first. */
@Service
@Requires("op:read")
@Command(scope = "op", name = "list", description = "List operations")
public final class OpListCommand extends TabularCommand<OperationView> {
    @Option(name = "--ns", description = "Only those of this service")
    @Completion(NsNames.class)
    String service = "";

    @Option(name = "--last", description = "How many of the newest")
    int last = 100;

    @Override
    protected List<OperationView> rows() {
        if (!service.isEmpty()) {
            NsInstanceId id =
                    ask(NsFacade.class, (door, me) -> door.find(me, service).instance().id());
            return ask(OperationFacade.class, (door, me) -> door.ofInstance(me, id));
        }
        return ask(
                OperationFacade.class,
                (door, me) -> door.list(me, new Page.Request("", last)).items());
    }

    @Override
    protected List<Column<OperationView>> columns() {
        return OperationColumns.ALL;
    }
}
