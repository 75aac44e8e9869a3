/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.names.NsNames;
import io.telamon.shell.internal.names.VimNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Moves members of a service to another cloud. */
@Service
@Requires("ns:operate")
@Command(
        scope = "ns",
        name = "migrate",
        description = "Move a service, or one VNF of it, to another cloud")
public final class NsMigrateCommand extends NsChangeCommand {
    @Argument(index = 0, name = "NAME", description = "Name or id of the service", required = true)
    @Completion(NsNames.class)
    String name;

    @Argument(index = 1, name = "VIM", description = "VIM account where to", required = true)
    @Completion(VimNames.class)
    String vim;

    @Argument(
            index = 2,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--member", description = "Only this VNF")
    String member = "";

    @Override
    String service() {
        return name;
    }

    @Override
    NsChange wish() {
        return new NsChange.Migrate(member, vim);
    }

    @Override
    protected String effect() {
        String what = member.isEmpty() ? "Service " + name : member + " of service " + name;
        return what + " is made anew on " + vim + " and removed where it is";
    }
}
