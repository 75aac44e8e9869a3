/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.op;

import io.telamon.model.OperationId;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.OperationColumns;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.OperationIds;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows one operation. */
@Service
@Requires("op:read")
@Command(scope = "op", name = "show", description = "Show one operation")
public final class OpShowCommand extends TabularCommand<OperationView> {
    @Argument(index = 0, name = "ID", description = "Id of the operation", required = true)
    @Completion(OperationIds.class)
    String id;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected List<OperationView> rows() {
        return askOne(OperationFacade.class, (door, me) -> door.get(me, new OperationId(id)));
    }

    @Override
    protected boolean showsOne() {
        return true;
    }

    @Override
    protected List<Column<OperationView>> columns() {
        return OperationColumns.ALL;
    }
}
