/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ro;

import io.telamon.model.LaneId;
import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.RoFacade;
import io.telamon.northbound.api.TaskView;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.base.TaskColumns;
import io.telamon.shell.internal.names.LaneNames;
import io.telamon.shell.internal.names.Lanes;
import io.telamon.shell.internal.names.Lists;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists tasks of a lane that are not settled, next due first. */
@Service
@Requires("ro:read")
@Command(scope = "ro", name = "queue", description = "List the queue of a lane")
public final class RoQueueCommand extends TabularCommand<TaskView> {
    @Argument(index = 0, name = "LANE", description = "Lane, e.g. vim:NAME", required = true)
    @Completion(LaneNames.class)
    String lane;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected List<TaskView> rows() {
        return ask(
                RoFacade.class,
                (door, me) -> {
                    LaneId found = Lanes.find(door, me, lane);
                    return Lists.all(page -> door.queue(me, found, page));
                });
    }

    @Override
    protected List<Column<TaskView>> columns() {
        return TaskColumns.ALL;
    }
}
