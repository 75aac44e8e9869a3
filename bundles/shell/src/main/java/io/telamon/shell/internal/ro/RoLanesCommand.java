/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ro;

import io.telamon.northbound.api.LaneView;
import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.RoFacade;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.TabularCommand;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lists lanes with their state and queue. */
@Service
@Requires("ro:read")
@Command(scope = "ro", name = "lanes", description = "List lanes")
public final class RoLanesCommand extends TabularCommand<LaneView> {

    @Override
    protected List<LaneView> rows() {
        return ask(RoFacade.class, (door, me) -> door.lanes(me));
    }

    @Override
    protected List<Column<LaneView>> columns() {
        return LaneColumns.ALL;
    }
}
