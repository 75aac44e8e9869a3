/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.event.Event;
import io.telamon.model.security.Caller;
import java.util.List;
import java.util.function.Consumer;

/**
 * The journal for doors: filtered by tenant, resumable from any position. Delivery is in order, on
 * a pool thread; a listener that does not keep up is cut and told so.
 */
public interface EventFeed {
    /** Events after a position, at most {@code most}; operators see all tenants. */
    @Requires("ns:read")
    List<Event.Positioned> after(Caller caller, long position, int most);

    /** Events about one object of the caller's tenant. */
    @Requires("ns:read")
    List<Event.Positioned> about(Caller caller, String kind, String id, long position, int most);

    /** The newest position. */
    long position();

    /**
     * Follows the journal from a position until closed.
     *
     * @param listener gets batches in order
     * @param onCut runs when the listener was too slow or the feed ends; subscribe again from the
     *     last position seen
     */
    @Requires("ns:read")
    AutoCloseable follow(
            Caller caller,
            long position,
            Consumer<List<Event.Positioned>> listener,
            Runnable onCut);
}
