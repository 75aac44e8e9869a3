/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import static io.telamon.northbound.api.NsChange.HealWay.REBUILD;
import static io.telamon.northbound.api.NsChange.HealWay.RECREATE;

import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.names.NsNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Repairs a service. */
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

    @Option(name = "--recreate", description = "Make anew also what looks well")
    boolean recreate;

    @Option(name = "--rebuild", description = "Rebuild in place also what looks well")
    boolean rebuild;

    @Option(name = "--member", description = "The VNF that --recreate or --rebuild means")
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
        if (recreate && rebuild) {
            throw new CommandFailure(Exit.USAGE, "Give --recreate or --rebuild, not both");
        }
        return recreate || rebuild
                ? new NsChange.Heal(member, resource, cause, rebuild ? REBUILD : RECREATE)
                : new NsChange.Heal(member, resource, cause);
    }
}
