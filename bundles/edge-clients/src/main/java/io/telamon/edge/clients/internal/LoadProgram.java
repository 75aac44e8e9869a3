/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.telamon.edge.kit.Options;
import io.telamon.edge.kit.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A program with clients that send the same kind of requests at times of their own. */
abstract class LoadProgram implements Program {
    private static final Logger LOG = LoggerFactory.getLogger(LoadProgram.class);
    private static final int MOST_CLIENTS = 10_000;

    private final String name;
    private final String countOption;

    /** {@code countOption} says how many clients there are. */
    LoadProgram(String name, String countOption) {
        this.name = name;
        this.countOption = countOption;
    }

    @Override
    public final String name() {
        return name;
    }

    abstract Options options();

    abstract Arrivals arrivals(Options.Parsed options, Draws draws);

    abstract Sizes sizes(Options.Parsed options, Draws draws);

    abstract long requests(Options.Parsed options);

    /** Told what became of the requests of each client. */
    void tell(Options.Parsed options, List<LoadRun.Tally> tallies) throws IOException {
        LOG.debug("{} clients are done", tallies.size());
    }

    @Override
    public final int run(List<String> arguments, Map<String, String> environment, Appendable out)
            throws IOException, InterruptedException {
        Options options = options();
        Options.Parsed given = options.parse(arguments);
        if (given.help()) {
            out.append(options.help());
            return 0;
        }
        if (LoadSetup.template(given, out)) {
            return 0;
        }
        int count = given.whole(countOption, 1, MOST_CLIENTS);
        try (Stop stop = Stop.onSignal();
                LoadSetup setup = new LoadSetup(given, environment);
                Output output = Output.open(given, out)) {
            Recorder recorder = new Recorder(output.lines());
            List<LoadRun.Client> clients = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                clients.add(
                        new LoadRun.Client(
                                arrivals(given, setup.draws(number, "arrivals")),
                                sizes(given, setup.draws(number, "size")),
                                setup.exchange(number)));
            }
            LoadRun.Limits limits = new LoadRun.Limits(setup.duration(), requests(given));
            tell(given, new LoadRun(limits, recorder, stop).run(clients));
            recorder.check();
            LOG.info("{}", recorder.summary());
            return recorder.exitCode();
        }
    }
}
