/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.simulator.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.simkit.Json;
import io.telamon.simkit.Options;
import io.telamon.simkit.Serve;
import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

/** {@code java -jar telamon-sdn-simulator.jar serve ...}: controllers as a process of their own. */
public final class Main {
    private Main() {}

    /**
     * Entry of the process; README.md lists the options.
     *
     * @param arguments {@code serve} and options
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0 || !"serve".equals(arguments[0])) {
            throw new IllegalArgumentException(
                    "Usage: serve [--port P] [--file F] [--latency MS] ...");
        }
        Set<String> known = new HashSet<>(Serve.KNOWN);
        known.addAll(Set.of("build", "secret"));
        Options options = Options.parse(arguments, 1, known, Serve.FLAGS);
        ObjectNode own =
                Json.object()
                        .put("latencyMs", options.number("latency", 0))
                        .put("buildMs", options.number("build", 0))
                        .put("secret", options.text("secret", ""));
        JsonNode patch = Json.parse(options.text("settings", "{}"), JsonNode.class);
        ControllerSettings settings =
                Json.convert(Json.merge(own, patch), ControllerSettings.class);
        Serve.run(
                options,
                (name, scribe) -> new ChainWorld(name, scribe, Clock.systemUTC(), settings));
    }
}
