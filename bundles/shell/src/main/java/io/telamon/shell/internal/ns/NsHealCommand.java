/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.names.NsNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Replaces what is broken or missing. */
@Service
@Requires("ns:operate")
@Command(scope = "ns", name = "heal", description = "Heal a service")
public final class NsHealCommand extends NsChangeCommand {
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

    @Option(name = "--resource", description = "Replace this one even if it looks well")
    String resource = "";

    @Option(name = "--cause", description = "Why, for the record")
    String cause = "asked for at the shell";

    @Override
    String service() {
        return name;
    }

    @Override
    NsChange wish() {
        return new NsChange.Heal(member, resource, cause);
    }
}
