/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import io.telamon.edge.computer.internal.sim.ComputerFile;
import io.telamon.edge.kit.Guard;
import io.telamon.edge.kit.Lifetime;
import io.telamon.edge.kit.Options;
import io.telamon.edge.kit.Program;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The computer as a program of its own, with the options of serverlessonedge's. */
public final class EdgeComputerProgram implements Program {
    /** For the launcher. */
    public EdgeComputerProgram() {}

    @Override
    public String name() {
        return "edgecomputer";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, Appendable out)
            throws IOException, InterruptedException {
        Options options = ComputerOptions.options();
        Options.Parsed given = options.parse(arguments);
        if (given.help()) {
            out.append(options.help());
            return 0;
        }
        if (given.flag("json-example")) {
            out.append(ComputerFile.example());
            return 0;
        }
        Settings settings = ComputerOptions.settings(given);
        Guard guard = Guard.from(given.flag("secure"), environment);
        try (EdgeComputer computer = EdgeComputer.start(settings, guard)) {
            out.append("computer " + computer.endPoint() + "\n");
            Lifetime.hold(computer);
        }
        return 0;
    }
}
