/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.api;

import java.util.Objects;

/**
 * One function as a broker passes requests for it on.
 *
 * @param name of the function
 * @param answered requests that a computer executed, since the broker knows the function
 * @param failed requests that ended otherwise
 * @param latency of answered ones, lately
 */
public record EdgeFunctionView(String name, long answered, long failed, EdgeLatency latency) {
    /** Nothing may be missing. */
    public EdgeFunctionView {
        Objects.requireNonNull(name);
        Objects.requireNonNull(latency);
    }
}
