/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.telamon.edge.kit.Options;
import java.util.List;

/** Sends requests one after the other, at once or with gaps. */
public final class ClientProgram extends LoadProgram {
    public ClientProgram() {
        super("client", "num-threads");
    }

    @Override
    Options options() {
        return LoadSetup.options(Options.of("client", "calls functions in a loop or with gaps"))
                .option("sizes", "100", "bytes of the input, one of these")
                .option("content", "", "input as it is, instead of a size")
                .option("max-requests", "0", "of each thread; 0 is any number")
                .option("num-threads", "1", "clients at the same time")
                .option("initial-delay", "0", "seconds before the first request")
                .option("inter-request-time", "0", "mean seconds; 0 is right after the answer")
                .option("inter-request-type", "constant", "constant, uniform or poisson");
    }

    @Override
    Arrivals arrivals(Options.Parsed options, Draws draws) {
        return new SteadyArrivals(
                SteadyArrivals.Gaps.of(options.text("inter-request-type")),
                options.number("inter-request-time", 0, 1e9),
                options.number("initial-delay", 0, 1e9),
                draws);
    }

    @Override
    Sizes sizes(Options.Parsed options, Draws draws) {
        List<Integer> sizes;
        try {
            sizes = options.list("sizes").stream().map(Integer::valueOf).toList();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--sizes: " + e.getMessage(), e);
        }
        return Sizes.of(sizes, draws);
    }

    @Override
    long requests(Options.Parsed options) {
        return options.whole("max-requests", 0, Integer.MAX_VALUE);
    }
}
