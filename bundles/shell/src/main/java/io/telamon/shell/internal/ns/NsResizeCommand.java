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

/** Gives the machines of a VDU another shape. */
@Service
@Requires("ns:operate")
@Command(
        scope = "ns",
        name = "resize",
        description = "Give the machines of a VDU more or less CPU, memory or disk")
public final class NsResizeCommand extends NsChangeCommand {
    @Argument(index = 0, name = "NAME", description = "Name or id of the service", required = true)
    @Completion(NsNames.class)
    String name;

    @Argument(index = 1, name = "MEMBER", description = "Member index of the VNF", required = true)
    String member;

    @Argument(index = 2, name = "VDU", description = "VDU of its VNFD", required = true)
    String vdu;

    @Argument(
            index = 3,
            name = "OPTIONS",
            description = "Options may also stand here",
            multiValued = true)
    List<String> more = List.of();

    @Option(name = "--vcpus", description = "Number of virtual CPUs; 0 leaves it")
    int vcpus;

    @Option(name = "--memory", description = "Memory in MiB; 0 leaves it")
    int memory;

    @Option(name = "--disk", description = "Root disk in GiB; 0 leaves it")
    int disk;

    @Override
    String service() {
        return name;
    }

    @Override
    NsChange wish() {
        return new NsChange.Resize(member, vdu, vcpus, memory, disk);
    }

    @Override
    protected String effect() {
        return "The machines " + member + "/" + vdu + " of service " + name + " are interrupted";
    }
}
