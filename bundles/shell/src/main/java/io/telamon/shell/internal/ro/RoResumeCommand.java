/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ro;

import io.telamon.northbound.api.LaneView;
import io.telamon.northbound.api.Requires;
import io.telamon.northbound.api.RoFacade;
import io.telamon.shell.internal.base.ChangeCommand;
import io.telamon.shell.internal.names.LaneNames;
import io.telamon.shell.internal.names.Lanes;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Lets a paused lane go on. */
@Service
@Requires("ro:operate")
@Command(scope = "ro", name = "resume", description = "Let a paused lane go on")
public final class RoResumeCommand extends ChangeCommand {
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
    protected String change() {
        LaneView view =
                ask(RoFacade.class, (door, me) -> door.resume(me, Lanes.find(door, me, lane)));
        return "Lane " + Lanes.label(view) + " is " + view.state() + ".";
    }
}
