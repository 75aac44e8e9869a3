/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A place that functions come from. Thread-safe. */
public interface FunctionSource extends AutoCloseable {
    /** What is to be announced now. */
    List<Offer> offers();

    /** The runner of a function. */
    Optional<Runner> find(String lambda);

    /** Seconds that each processor was busy since the start, counted as share of its capacity. */
    Map<String, Double> busy();

    /** Gives up calls that are under way and frees what they use. */
    @Override
    void close();
}
