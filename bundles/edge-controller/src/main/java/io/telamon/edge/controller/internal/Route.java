/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import java.util.Comparator;

/**
 * What names a line of a router's table; whether it is final is the line's content.
 *
 * @param lambda name of the function
 * @param destination end-point that runs it or passes it on
 */
record Route(String lambda, String destination) implements Comparable<Route> {
    private static final Comparator<Route> ORDER =
            Comparator.comparing(Route::lambda).thenComparing(Route::destination);

    @Override
    public int compareTo(Route other) {
        return ORDER.compare(this, other);
    }
}
