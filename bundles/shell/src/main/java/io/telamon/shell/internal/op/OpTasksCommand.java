/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.op;

import io.telamon.model.OperationId;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.TaskView;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.base.TaskColumns;
import io.telamon.shell.internal.names.OperationIds;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists the tasks of an operation in planned order. */
@Service
@Requires("op:read")
@Command(scope = "op", name = "tasks", description = "List tasks of an operation")
public final class OpTasksCommand extends TabularCommand<TaskView> {
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
    protected List<TaskView> rows() {
        return ask(OperationFacade.class, (door, me) -> door.tasks(me, new OperationId(id)));
    }

    @Override
    protected List<Column<TaskView>> columns() {
        return TaskColumns.ALL;
    }
}
