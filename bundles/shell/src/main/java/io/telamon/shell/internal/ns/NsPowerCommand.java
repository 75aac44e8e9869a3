/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.northbound.api.NsChange;
import io.telamon.shell.internal.names.NsNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;

/** Switches machines of a service. */
abstract class NsPowerCommand extends NsChangeCommand {
    @Argument(index = 0, name = "NAME", description = "Name or id of the service", required = true)
    @Completion(NsNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--member", description = "Only this VNF")
    String member = "";

    @Option(name = "--resource", description = "Only this machine")
    String resource = "";

    /** True to start them. */
    abstract boolean starts();

    @Override
    String service() {
        return name;
    }

    @Override
    NsChange wish() {
        return new NsChange.Operate(member, resource, starts());
    }

    /** What is meant, in words. */
    final String meant() {
        return !resource.isEmpty()
                ? resource + " of service " + name
                : member.isEmpty()
                        ? "all machines of service " + name
                        : "the machines of " + member + " of service " + name;
    }
}
