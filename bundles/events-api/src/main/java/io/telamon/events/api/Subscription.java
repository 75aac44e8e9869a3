/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.events.api;

/** A running subscription. */
public interface Subscription extends AutoCloseable {
    /** Ends it; at most a delivery already under way still ends. Closing twice changes nothing. */
    @Override
    void close();
}
