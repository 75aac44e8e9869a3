/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import java.util.Locale;

/** Requests one after the other, at once or with gaps on a schedule that does not slip. */
final class SteadyArrivals implements Arrivals {
    private final Gaps gaps;
    private final double mean;
    private final Draws draws;
    private double at;

    /** A mean of 0 means the next request follows the last answer. */
    SteadyArrivals(Gaps gaps, double mean, double start, Draws draws) {
        this.gaps = gaps;
        this.mean = mean;
        this.draws = draws;
        this.at = start;
    }

    @Override
    public Due next() {
        if (mean > 0) {
            at += gaps.next(mean, draws);
        }
        return new Due(at, Double.POSITIVE_INFINITY);
    }

    /** How gaps are drawn. */
    enum Gaps {
        CONSTANT,
        UNIFORM,
        POISSON;

        static Gaps of(String name) {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "constant" -> CONSTANT;
                case "uniform" -> UNIFORM;
                case "poisson" -> POISSON;
                default ->
                        throw new IllegalArgumentException(
                                "--inter-request-type is constant, uniform or poisson, not "
                                        + name);
            };
        }

        double next(double mean, Draws draws) {
            return switch (this) {
                case CONSTANT -> mean;
                case UNIFORM -> draws.uniform(0, 2 * mean);
                case POISSON -> draws.exponential(mean);
            };
        }
    }
}
