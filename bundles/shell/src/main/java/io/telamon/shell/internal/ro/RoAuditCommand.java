/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ro;

import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.RoFacade;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.LaneNames;
import io.telamon.shell.internal.names.Lanes;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Compares what is recorded on a lane with what is there. */
@Service
@Requires("ro:operate")
@Command(scope = "ro", name = "audit", description = "Compare records with a cloud")
public final class RoAuditCommand extends TabularCommand<String> {
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
    protected List<String> rows() {
        return ask(RoFacade.class, (door, me) -> door.audit(me, Lanes.find(door, me, lane)));
    }

    @Override
    protected List<Column<String>> columns() {
        return List.of(Column.of("difference", text -> text));
    }
}
