/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.ns;

import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.Requires;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.names.NsNames;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Adds or takes away steps of a scaling aspect. */
@Service
@Requires("ns:operate")
@Command(scope = "ns", name = "scale", description = "Scale a member of a service")
public final class NsScaleCommand extends NsChangeCommand {
    @Argument(index = 0, name = "NAME", description = "Name or id of the service", required = true)
    @Completion(NsNames.class)
    String name;

    @Argument(index = 1, name = "MEMBER", description = "Member index of the VNF", required = true)
    String member;

    @Argument(
            index = 2,
            name = "ASPECT",
            description = "Scaling aspect or group of its VNFD",
            required = true)
    String aspect;

    @Argument(index = 3, name = "STEPS", description = "1 adds one step, -1 takes one away")
    String steps = "";

    @Argument(
            index = 4,
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
        return new NsChange.Scale(member, aspect, count());
    }

    @Override
    protected String effect() {
        return count() < 0
                ? "Service " + name + " loses " + -count() + " step(s) of " + member + "/" + aspect
                : "";
    }

    private int count() {
        try {
            return steps.isEmpty() ? 1 : Integer.parseInt(steps);
        } catch (NumberFormatException notANumber) {
            throw new CommandFailure(Exit.USAGE, "STEPS is a number, not " + steps);
        }
    }
}
