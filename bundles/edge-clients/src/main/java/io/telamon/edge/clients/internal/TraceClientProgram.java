/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.kit.Options;
import io.telamon.edge.kit.Program;
import io.telamon.edge.rpc.LambdaRequest;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Replays a trace: each request at its time, as long as a thread is free. */
public final class TraceClientProgram implements Program {
    private static final Logger LOG = LoggerFactory.getLogger(TraceClientProgram.class);
    private static final String STANDARD = "/dev/stdin";
    private static final int MOST_THREADS = 10_000;

    @Override
    public String name() {
        return "multiclient";
    }

    private static Options options() {
        return Wires.options(
                Output.options(
                        Options.of("multiclient", "replays lines 'time lambda endpoint size'")
                                .option("input-file", STANDARD, "where the lines are")
                                .option("num-threads", "5", "most requests under way")
                                .option("client-conf", "type=grpc", "only type=grpc")
                                .option("seed", "0", "of the identities of requests")));
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
        given.conf("client-conf").only("type", "persistence");
        List<Trace.Entry> entries = read(given.text("input-file"));
        try (Stop stop = Stop.onSignal();
                Wires wires = new Wires(given, environment);
                Output output = Output.open(given, out)) {
            Recorder recorder = new Recorder(output.lines());
            ExecutorService threads =
                    Executors.newFixedThreadPool(given.whole("num-threads", 1, MOST_THREADS));
            Replay replay =
                    new Replay(wires, recorder, stop, given.whole("seed", 0, Integer.MAX_VALUE));
            for (int number = 0; number < entries.size(); number++) {
                if (replay.await(entries.get(number).at())) {
                    break;
                }
                Trace.Entry entry = entries.get(number);
                int id = number;
                threads.execute(() -> replay.send(entry, id));
            }
            threads.shutdown();
            while (!threads.awaitTermination(100, TimeUnit.MILLISECONDS)) {
                if (stop.told()) {
                    threads.shutdownNow();
                }
            }
            recorder.check();
            LOG.info("{}", recorder.summary());
            return recorder.exitCode();
        }
    }

    private static List<Trace.Entry> read(String name) throws IOException {
        try (InputStream in =
                        name.equals(STANDARD)
                                ? new FileInputStream(FileDescriptor.in)
                                : Files.newInputStream(Path.of(name));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return Trace.read(lines);
        }
    }

    /** The requests of one trace. */
    private static final class Replay {
        private static final double LAG_SECONDS = 1;

        private final Wires wires;
        private final Recorder recorder;
        private final Stop stop;
        private final long seed;
        private final long origin = System.nanoTime();
        private volatile boolean warned;

        Replay(Wires wires, Recorder recorder, Stop stop, long seed) {
            this.wires = wires;
            this.recorder = recorder;
            this.stop = stop;
            this.seed = seed;
        }

        /** Waits until it is time; true when told to end. */
        boolean await(double at) throws InterruptedException {
            return stop.await(Math.max(0, at - now()));
        }

        void send(Trace.Entry entry, int number) {
            if (stop.told()) {
                return;
            }
            double lag = now() - entry.at();
            if (lag > LAG_SECONDS && !warned) {
                warned = true;
                LOG.warn("The replay lags {} s behind; it has too few threads", lag);
            }
            Draws draws = new Draws(seed, number, "id");
            EndPoint to = EndPoint.parse(entry.endPoint());
            Destination destination = new Destination(wires.to(to, number), wires.deadline());
            Caller caller = new UncoordinatedCaller(List.of(destination), 0, draws);
            LambdaRequest template = LambdaRequest.newBuilder().setName(entry.lambda()).build();
            try {
                Recorder.Good good =
                        new CallExchange(caller, template, "", draws).run(entry.size());
                recorder.good(now(), good);
            } catch (CallFailed e) {
                recorder.failed(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private double now() {
            return (System.nanoTime() - origin) / 1e9;
        }
    }
}
