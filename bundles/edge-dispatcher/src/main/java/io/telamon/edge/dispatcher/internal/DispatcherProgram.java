/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.dispatcher.internal;

import io.telamon.edge.kit.Lifetime;
import io.telamon.edge.kit.Options;
import io.telamon.edge.kit.Program;
import io.telamon.edge.relay.Broker;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The e-dispatcher on its own. */
public final class DispatcherProgram implements Program {
    @Override
    public String name() {
        return "edgedispatcher";
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, Appendable out)
            throws IOException, InterruptedException {
        Options.Parsed line = DispatcherSetup.options().parse(arguments);
        if (line.help()) {
            out.append(DispatcherSetup.options().help());
            return 0;
        }
        try (Broker broker = DispatcherSetup.of(line, environment).open()) {
            out.append("edgedispatcher: requests at " + broker.lambda());
            out.append(", tables at " + broker.configuration() + "\n");
            Lifetime.hold(broker);
        }
        return 0;
    }
}
