/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import java.time.Duration;

/**
 * How long the controller waits for what.
 *
 * @param first after a router's first failure; doubled with each further one
 * @param longest that a router is left alone
 * @param audit between two looks into a router's table
 * @param probe between two knocks at a computer that has no lease
 */
record Pauses(Duration first, Duration longest, Duration audit, Duration probe) {
    static final Pauses DEFAULT =
            new Pauses(
                    Duration.ofMillis(200),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(5));

    Duration after(int failures) {
        Duration pause = first.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
