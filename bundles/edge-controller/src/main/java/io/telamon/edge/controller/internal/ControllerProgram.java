/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import io.telamon.edge.kit.Lifetime;
import io.telamon.edge.kit.Options;
import io.telamon.edge.kit.Program;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The controller as a process of its own. */
public final class ControllerProgram implements Program {
    @Override
    public String name() {
        return "controller";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, Appendable out)
            throws IOException, InterruptedException {
        Options options = ControllerSettings.options();
        Options.Parsed given = options.parse(arguments);
        if (given.help()) {
            out.append(options.help());
            return 0;
        }
        ControllerServer server = ControllerServer.start(ControllerSettings.of(given), environment);
        out.append("controller listens on " + server.endPoint() + "\n");
        Lifetime.hold(server);
        return 0;
    }
}
