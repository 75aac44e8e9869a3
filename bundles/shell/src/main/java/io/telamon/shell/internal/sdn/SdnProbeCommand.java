/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.sdn;

import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.Column;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.base.TabularCommand;
import io.telamon.shell.internal.names.SdnNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Tries a SDN account step by step. */
@Service
@Requires("sdn:read")
@Command(scope = "sdn", name = "probe", description = "Try a SDN account now")
public final class SdnProbeCommand extends TabularCommand<AccountFacade.ProbeStep> {
    @Argument(
            index = 0,
            name = "NAME",
            description = "Name or id of the SDN account",
            required = true)
    @Completion(SdnNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected List<AccountFacade.ProbeStep> rows() {
        return ask(
                AccountFacade.class,
                (door, me) -> door.probe(me, door.find(me, LaneKind.SDN, name).account().lane()));
    }

    @Override
    protected void run() throws Exception {
        checkOutput();
        List<AccountFacade.ProbeStep> steps = rows();
        print(steps);
        if (steps.stream().anyMatch(step -> !step.ok())) {
            throw new CommandFailure(Exit.FAILED, "Account " + name + " does not work");
        }
    }

    @Override
    protected List<Column<AccountFacade.ProbeStep>> columns() {
        return List.of(
                Column.of("step", AccountFacade.ProbeStep::name),
                Column.of("ok", AccountFacade.ProbeStep::ok),
                Column.of("detail", AccountFacade.ProbeStep::detail));
    }
}
