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

/** Removes the record of a service that is not instantiated. */
@Service
@Requires("ns:operate")
@Command(scope = "ns", name = "remove", description = "Remove a service record")
public final class NsRemoveCommand extends ChangeCommand {
    @Argument(index = 0, name = "NAME", description = "Name or id of the service", required = true)
    @Completion(NsNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Override
    protected String effect() {
        return "The record of service " + name + " and its history are deleted";
    }

    @Override
    protected String change() {
        ask(
                NsFacade.class,
                (door, me) -> {
                    door.delete(me, door.find(me, name).instance().id());
                    return null;
                });
        return "Service " + name + " removed.";
    }
}
