/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.ChangeCommand;
import io.telamon.shell.internal.names.NsNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Tells where the console of a machine is. */
@Service
@Requires("ns:operate")
@Command(scope = "ns", name = "console", description = "Address of a machine's console")
public final class NsConsoleCommand extends ChangeCommand {
    @Argument(index = 0, name = "NAME", description = "Name or id of the service", required = true)
    @Completion(NsNames.class)
    String name;

    @Argument(
            index = 1,
            name = "RESOURCE",
            description = "Key of the machine, see ns:resources",
            required = true)
    String resource;

    @Argument(
            index = 2,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected String change() {
        return ask(
                NsFacade.class,
                (door, me) -> door.console(me, door.find(me, name).instance().id(), resource));
    }
}
