/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.api;

import java.time.Duration;

/**
 * A router or dispatcher that runs in this container. Its role publishes it as a service; whoever
 * shows the edge or calls a function for a person uses it. Thread-safe.
 */
public interface EdgeBroker {
    /** What it does at this moment; from memory, so it may be asked often. */
    EdgeBrokerView view();

    /**
     * Calls a function as a client would, through its lambda port. Blocks until there is an answer,
     * at most {@code limit}; what went wrong is the answer's return code.
     */
    EdgeAnswer call(String function, String input, Duration limit);
}
