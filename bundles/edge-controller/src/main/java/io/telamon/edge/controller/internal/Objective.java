/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import java.util.Locale;

/** What the choice of a home router makes small first. */
enum Objective {
    /**
     * The longest way of any router to the computer; the sum of all ways decides between equals.
     */
    MIN_MAX,
    /** The sum of all ways; the longest one decides between equals. */
    MIN_AVG;

    static Objective of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "min-max" -> MIN_MAX;
            case "min-avg" -> MIN_AVG;
            default ->
                    throw new IllegalArgumentException(
                            "The objective is min-max or min-avg, not " + name);
        };
    }

    /**
     * The cost of a home; a fixed weighting of both ways of counting, as the reference has it.
     *
     * @param longest way of any router to the computer
     * @param sum of the ways of all routers
     * @param routers how many there are
     */
    double cost(double longest, double sum, int routers) {
        double first = 1 + 2.0 * routers * routers;
        return this == MIN_MAX ? first * longest + sum : first * sum + longest;
    }
}
