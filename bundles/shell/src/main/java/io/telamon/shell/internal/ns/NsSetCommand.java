/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.names.NsNames;
import io.telamon.shell.internal.names.Pairs;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Sets parameters of a running service. */
@Service
@Requires("ns:operate")
@Command(
        scope = "ns",
        name = "set",
        description = "Set parameters of a service and bring it to what they mean now")
public final class NsSetCommand extends NsChangeCommand {
    @Argument(index = 0, name = "NAME", description = "Name or id of the service", required = true)
    @Completion(NsNames.class)
    String name;

    @Argument(
            index = 1,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--param", description = "name=value, may be repeated", multiValued = true)
    List<String> parameters = List.of();

    @Override
    String service() {
        return name;
    }

    @Override
    NsChange wish() {
        return new NsChange.Adjust(Pairs.of("--param", parameters));
    }

    @Override
    protected String effect() {
        return "Parts of service " + name + " may be changed or replaced";
    }
}
