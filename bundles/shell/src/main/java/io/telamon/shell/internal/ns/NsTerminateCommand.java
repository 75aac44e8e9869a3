/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.NsFacade;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.names.NsNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Takes a service down. */
@Service
@Requires("ns:operate")
@Command(scope = "ns", name = "terminate", description = "Terminate a service")
public final class NsTerminateCommand extends NsChangeCommand {
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
    String service() {
        return name;
    }

    @Override
    NsChange wish() {
        return new NsChange.Terminate();
    }

    @Override
    protected String effect() {
        int things = ask(NsFacade.class, (door, me) -> door.resources(me, find())).size();
        return "Service " + name + " is taken down and its " + things + " resources are deleted";
    }
}
