/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.api;

import java.util.Objects;

/**
 * One line of a broker's table.
 *
 * @param function name of the function
 * @param destination end-point of the computer or broker
 * @param weight what the policy goes by: expected response time in seconds, or what a controller
 *     set
 * @param last whether the destination executes the function itself
 * @param up false while it cannot be reached
 * @param load percent of its processor that it said last; -1 when it never did
 * @param underWay requests there now
 * @param answered requests it executed
 * @param failed requests that ended otherwise
 */
public record EdgeRouteView(
        String function,
        String destination,
        double weight,
        boolean last,
        boolean up,
        int load,
        int underWay,
        long answered,
        long failed) {
    /** Nothing may be missing. */
    public EdgeRouteView {
        Objects.requireNonNull(function);
        Objects.requireNonNull(destination);
    }
}
