/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.telamon.northbound.api.EdgeCall;
import io.telamon.northbound.rest.internal.http.Calls;
import java.time.Duration;

/**
 * A function to be called.
 *
 * @param function its name
 * @param input text for it; empty when absent
 * @param broker end-point of a broker of this container; any that knows the function when absent
 * @param limitSeconds longest time to wait; 10 when absent
 */
public record EdgeCallRequest(String function, String input, String broker, Integer limitSeconds) {
    private static final int PATIENCE = 10;

    EdgeCall call() {
        return new EdgeCall(
                Calls.required(function, "function is missing"),
                input == null ? "" : input,
                broker == null ? "" : broker,
                Duration.ofSeconds(limitSeconds == null ? PATIENCE : limitSeconds));
    }
}
