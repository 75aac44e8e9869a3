/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import io.telamon.edge.kit.Options;
import io.telamon.edge.kit.Program;
import io.telamon.edge.rpc.EdgeComputerGrpc;
import io.telamon.edge.rpc.Utilization;
import io.telamon.edge.rpc.Void;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints how busy the processors of a computer are, {@code timestamp processor utilization}. */
public final class UtilizationProgram implements Program {
    private static final Logger LOG = LoggerFactory.getLogger(UtilizationProgram.class);

    @Override
    public String name() {
        return "computerclient";
    }

    private static Options options() {
        return Wires.options(
                Output.options(
                        Options.of("computerclient", "prints how busy a computer is")
                                .option("server-endpoint", "localhost:6476", "utilization port")
                                .option("duration", "0", "seconds; 0 is no end")));
    }

    @Override
    public int run(List<String> arguments, Map<String, String> environment, Appendable out)
            throws IOException, InterruptedException {
        Options options = options();
        Options.Parsed given = options.parse(arguments);
        if (given.help()) {
            out.append(options.help());
            return 0;
        }
        double duration = given.number("duration", 0, 1e9);
        try (Stop stop = Stop.onSignal();
                Wires wires = new Wires(given, environment);
                Output output = Output.open(given, out);
                Context.CancellableContext context = Context.current().withCancellation()) {
            Thread end = new Thread(() -> end(stop, duration, context), "end");
            end.setDaemon(true);
            end.start();
            Context before = context.attach();
            try {
                Iterator<Utilization> messages =
                        EdgeComputerGrpc.newBlockingStub(
                                        wires.to(given.endPoint("server-endpoint"), 0))
                                .streamUtil(Void.getDefaultInstance());
                return print(messages, output.lines(), stop);
            } finally {
                context.detach(before);
            }
        }
    }

    private static void end(Stop stop, double duration, Context.CancellableContext context) {
        try {
            stop.await(duration > 0 ? duration : 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        stop.now();
        context.cancel(null);
    }

    private static int print(Iterator<Utilization> messages, Appendable lines, Stop stop)
            throws IOException {
        long origin = System.nanoTime();
        try {
            while (messages.hasNext()) {
                Map<String, Float> values = new TreeMap<>(messages.next().getValuesMap());
                String time = Text.seconds((System.nanoTime() - origin) / 1e9);
                for (Map.Entry<String, Float> value : values.entrySet()) {
                    lines.append(
                            String.format(
                                    Locale.ROOT,
                                    "%s %s %.6f%n",
                                    time,
                                    value.getKey(),
                                    value.getValue()));
                }
            }
        } catch (StatusRuntimeException e) {
            if (!stop.told()) {
                LOG.error("The computer cannot be heard: {}", e.getMessage());
                return 1;
            }
        }
        return 0;
    }
}
