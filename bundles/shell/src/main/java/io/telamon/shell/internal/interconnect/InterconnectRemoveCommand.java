/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.interconnect;

import io.telamon.model.InterconnectId;
import io.telamon.northbound.api.InterconnectFacade;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.ChangeCommand;
import io.telamon.shell.internal.names.InterconnectNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Forgets an interconnect that no link uses. */
@Service
@Requires("vim:write")
@Command(scope = "interconnect", name = "remove", description = "Forget an interconnect")
public final class InterconnectRemoveCommand extends ChangeCommand {
    @Argument(index = 0, name = "NAME", description = "Name or id", required = true)
    @Completion(InterconnectNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected String effect() {
        return "The interconnect " + name + " is forgotten; links can no longer span its clouds";
    }

    @Override
    protected String change() {
        InterconnectId id =
                ask(InterconnectFacade.class, (door, me) -> door.find(me, name))
                        .interconnect()
                        .id();
        ask(
                InterconnectFacade.class,
                (door, me) -> {
                    door.delete(me, id);
                    return null;
                });
        return "Interconnect " + name + " removed.";
    }
}
