/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.metrics.api;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where components count and time things; shown at {@code /metrics}. Names are in the form {@code
 * telamon_area_thing}; tags come as key, value, key, value. Thread-safe and cheap.
 */
public interface Meters {
    /** Adds to a counter. */
    void count(String name, double amount, String... tags);

    /** Records a duration. */
    void time(String name, Duration duration, String... tags);

    /** Shows a value that is asked for at each scrape, until closed. */
    AutoCloseable gauge(String name, Supplier<Number> value, String... tags);
}
