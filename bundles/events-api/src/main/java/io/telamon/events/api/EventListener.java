/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.events.api;

import io.telamon.model.event.Event;
import java.util.List;

/** Takes events of a subscription. Called by one thread at a time, never by a committing one. */
@FunctionalInterface
public interface EventListener {
    /**
     * Takes the next events in order; must return within seconds. An exception ends the
     * subscription.
     *
     * @param events at least one event; each position is higher than all before
     */
    void onEvents(List<Event.Positioned> events);

    /**
     * Tells that the subscription ended without being closed: the listener was too slow or failed,
     * or the stream stopped. Subscribe again from the last position seen.
     */
    default void onCut() {}
}
