/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.telamon.edge.kit.Options;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A pool of clients that send in ON periods or in bursts. */
public final class BurstyClientProgram extends LoadProgram {
    public BurstyClientProgram() {
        super("ippclient", "num-clients");
    }

    @Override
    Options options() {
        return LoadSetup.options(Options.of("ippclient", "calls functions in ON periods or bursts"))
                .option("client-type", "poisson", "ipp or poisson (bursts)")
                .option("num-clients", "1", "clients at the same time")
                .option("max-requests", "0", "of each client; 0 is any number")
                .option("min-size", "100", "fewest bytes of the input")
                .option("max-size", "100", "most bytes of the input")
                .option("on-mean", "1", "ipp: mean seconds of ON")
                .option("off-mean", "1", "ipp: mean seconds of OFF")
                .option("period-mean", "5", "poisson: mean seconds from burst to burst")
                .option("burst-size-mean", "5", "poisson: mean requests of a burst")
                .option("min-sleep", "0", "least seconds from request to request")
                .option("max-sleep", "0.1", "most seconds from request to request")
                .option("loss-file", "", "gets the share of left out requests, a line per client");
    }

    @Override
    Arrivals arrivals(Options.Parsed options, Draws draws) {
        double minGap = options.number("min-sleep", 0, 1e9);
        double maxGap = options.number("max-sleep", 0, 1e9);
        return switch (options.text("client-type")) {
            case "ipp" ->
                    new OnOffArrivals(
                            new OnOffArrivals.Means(
                                    options.number("on-mean", 0, 1e9),
                                    options.number("off-mean", 0, 1e9),
                                    minGap,
                                    maxGap),
                            draws);
            case "poisson" ->
                    new BurstArrivals(
                            new BurstArrivals.Means(
                                    options.number("period-mean", 0, 1e9),
                                    options.number("burst-size-mean", 0, 1e6),
                                    minGap,
                                    maxGap),
                            draws);
            default ->
                    throw new IllegalArgumentException(
                            "--client-type is ipp or poisson, not " + options.text("client-type"));
        };
    }

    @Override
    Sizes sizes(Options.Parsed options, Draws draws) {
        return Sizes.between(
                options.whole("min-size", 0, Integer.MAX_VALUE),
                options.whole("max-size", 0, Integer.MAX_VALUE),
                draws);
    }

    @Override
    long requests(Options.Parsed options) {
        return options.whole("max-requests", 0, Integer.MAX_VALUE);
    }

    @Override
    void tell(Options.Parsed options, List<LoadRun.Tally> tallies) throws IOException {
        if (options.text("loss-file").isEmpty()) {
            return;
        }
        StandardOpenOption how =
                options.flag("append")
                        ? StandardOpenOption.APPEND
                        : StandardOpenOption.TRUNCATE_EXISTING;
        Path file = Path.of(options.text("loss-file"));
        try (Writer writer =
                Files.newBufferedWriter(
                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            for (LoadRun.Tally tally : tallies) {
                writer.write(Text.seconds(tally.loss()) + "\n");
            }
        }
    }
}
