/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.router.internal;

import io.telamon.edge.kit.Lifetime;
import io.telamon.edge.kit.Options;
import io.telamon.edge.kit.Program;
import io.telamon.edge.relay.Broker;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The e-router on its own. */
public final class RouterProgram implements Program {
    @Override
    public String name() {
        return "edgerouter";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, Appendable out)
            throws IOException, InterruptedException {
        Options.Parsed line = RouterSetup.options().parse(arguments);
        if (line.help()) {
            out.append(RouterSetup.options().help());
            return 0;
        }
        try (Broker broker = RouterSetup.of(line, environment).open()) {
            out.append("edgerouter: requests at " + broker.lambda());
            out.append(", tables at " + broker.configuration() + "\n");
            Lifetime.hold(broker);
        }
        return 0;
    }
}
