/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.sdn;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.northbound.api.AccountFacade;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.ChangeCommand;
import io.telamon.shell.internal.names.SdnNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Removes a SDN account that nothing uses. */
@Service
@Requires("sdn:write")
@Command(scope = "sdn", name = "remove", description = "Remove a SDN account")
public final class SdnRemoveCommand extends ChangeCommand {
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
    protected String effect() {
        return "The SDN account " + name + " and its credential are forgotten";
    }

    @Override
    protected String change() {
        LaneId lane =
                ask(AccountFacade.class, (door, me) -> door.find(me, LaneKind.SDN, name))
                        .account()
                        .lane();
        ask(
                AccountFacade.class,
                (door, me) -> {
                    door.delete(me, lane);
                    return null;
                });
        return "SDN account " + name + " removed.";
    }
}
