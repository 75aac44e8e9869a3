/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.telamon.edge.kit.Options;
import io.telamon.edge.kit.Program;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Draws a trace for {@link TraceClientProgram}. */
public final class TraceProgram implements Program {
    private static final int MOST_CLIENTS = 1_000_000;

    @Override
    public String name() {
        return "tracegen";
    }

    private static Options options() {
        return Output.options(
                Options.of("tracegen", "writes lines 'time lambda endpoint size' for multiclient")
                        .option("server-endpoint", "localhost:6473", "where the requests go")
                        .option("lambda", "clambda0", "function to call")
                        .option("min-size", "100", "fewest bytes of the input")
                        .option("max-size", "500", "most bytes of the input")
                        .option("rate", "1", "requests per second of each client")
                        .option("num-clients", "5", "how many Poisson processes there are")
                        .option("starting-time", "0", "seconds before the first may come")
                        .option("duration", "10", "seconds that requests come")
                        .option("seed", "0", "the same for the same trace"));
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, Appendable out)
            throws IOException {
        Options options = options();
        Options.Parsed given = options.parse(arguments);
        if (given.help()) {
            out.append(options.help());
            return 0;
        }
        Trace.Plan plan =
                new Trace.Plan(
                        given.whole("num-clients", 1, MOST_CLIENTS),
                        given.number("rate", 0, 1e9),
                        given.number("starting-time", 0, 1e9),
                        given.number("duration", 0, 1e9));
        int[] sizes = {
            given.whole("min-size", 0, Integer.MAX_VALUE),
            given.whole("max-size", 0, Integer.MAX_VALUE)
        };
        List<Trace.Entry> entries =
                Trace.draw(
                        plan,
                        given.text("lambda"),
                        given.endPoint("server-endpoint").toString(),
                        sizes,
                        given.whole("seed", 0, Integer.MAX_VALUE));
        try (Output output = Output.open(given, out)) {
            for (Trace.Entry entry : entries) {
                output.lines().append(entry + "\n");
            }
        }
        return 0;
    }
}
