/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

/**
 * Bursts: exponential time from one to the next, Poisson many requests each, uniform gaps within.
 */
final class BurstArrivals implements Arrivals {
    private final Means means;
    private final Draws draws;
    private double start;
    private double at;
    private int left;

    /**
     * What the bursts are like.
     *
     * @param period mean seconds from one burst to the next
     * @param size mean number of requests
     * @param minGap shortest gap between requests, in seconds
     * @param maxGap longest gap
     */
    record Means(double period, double size, double minGap, double maxGap) {
        Means {
            if (!(period > 0) || !(size > 0) || !(minGap >= 0) || minGap > maxGap) {
                throw new IllegalArgumentException(
                        "bursts need a period and a size above 0, and gaps 0 <= min <= max");
            }
        }
    }

    BurstArrivals(Means means, Draws draws) {
        this.means = means;
        this.draws = draws;
    }

    @Override
    public Due next() {
        while (left == 0) {
            start += draws.exponential(means.period);
            at = start;
            left = draws.poisson(means.size);
        }
        Due due = new Due(at, Double.POSITIVE_INFINITY);
        at += draws.uniform(means.minGap, means.maxGap);
        left--;
        return due;
    }
}
