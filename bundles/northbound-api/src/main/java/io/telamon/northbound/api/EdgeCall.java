/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import java.time.Duration;
import java.util.Objects;

/**
 * A function to be called.
 *
 * @param function its name
 * @param input text for it
 * @param broker end-point of the broker to go through; empty for any that knows the function
 * @param limit longest time to wait
 */
public record EdgeCall(String function, String input, String broker, Duration limit) {
    /** Longest limit. */
    public static final Duration MOST = Duration.ofSeconds(60);

    /** Nothing may be missing. */
    public EdgeCall {
        Objects.requireNonNull(function);
        Objects.requireNonNull(input);
        Objects.requireNonNull(broker);
        Objects.requireNonNull(limit);
    }
}
