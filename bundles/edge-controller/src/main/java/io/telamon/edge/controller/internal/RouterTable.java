/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The table of one router, over the network. No call blocks; each ends within its deadline. */
interface RouterTable extends AutoCloseable {
    /** All routes that are in the table, from whomever, and whether they are final. */
    CompletableFuture<Map<Route, Boolean>> read();

    /** Adds a route or changes whether it is final; a weight that is there stays. */
    CompletableFuture<Void> put(Route route, boolean isFinal);

    /** Removes a route; one that is not there is removed already. */
    CompletableFuture<Void> remove(Route route);

    /** Empties the table. */
    CompletableFuture<Void> flush();

    /** The next call is to try a new connection at once. */
    void retry();

    @Override
    void close();
}
