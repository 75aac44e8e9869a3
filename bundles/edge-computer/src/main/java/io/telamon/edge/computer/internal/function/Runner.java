/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import io.telamon.edge.spi.FunctionInput;
import io.telamon.edge.spi.FunctionOutput;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Runs the calls of one function. No method waits for a call. */
public interface Runner {
    /** What is announced of the function. */
    Offer offer();

    /**
     * Starts a call. The result fails with {@link RefusedException} or {@link
     * io.telamon.edge.spi.FunctionException}; cancelling it gives the call up.
     *
     * @param limit longest time of the call, waiting included
     */
    CompletableFuture<FunctionOutput> run(FunctionInput input, Duration limit);

    /** What the call would take if nothing else came; fails as {@link #run} would. */
    CompletableFuture<Duration> estimate(FunctionInput input);
}
