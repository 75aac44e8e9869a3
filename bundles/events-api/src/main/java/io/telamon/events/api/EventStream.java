/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.events.api;

import io.telamon.model.TenantId;

/**
 * The journal as it grows. Every event is delivered in the order of positions to every
 * subscription; nothing is delivered that is not stored. Thread-safe.
 */
public interface EventStream {
    /** The newest position, 0 before the first event. */
    long position();

    /**
     * Follows the journal until closed or cut.
     *
     * @param from deliver what comes after this position; 0 for everything, {@link #position} for
     *     what is new
     * @param tenant only events of this tenant; null for all
     * @param listener takes the events
     */
    Subscription subscribe(long from, TenantId tenant, EventListener listener);
}
