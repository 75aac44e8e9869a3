/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

/**
 * An interrupted process: periods ON and OFF of exponential length, in a random one of which it
 * begins; requests only in ON, with uniform gaps. What was not sent when ON ends is left out.
 */
final class OnOffArrivals implements Arrivals {
    private final Means means;
    private final Draws draws;
    private double at;
    private double end;

    /**
     * What the process is like, in seconds.
     *
     * @param on mean length of ON
     * @param off mean length of OFF
     * @param minGap shortest gap between requests
     * @param maxGap longest gap
     */
    record Means(double on, double off, double minGap, double maxGap) {
        Means {
            if (!(on > 0) || !(off >= 0) || !(minGap >= 0) || !(maxGap > 0) || minGap > maxGap) {
                throw new IllegalArgumentException(
                        "ON must last, OFF cannot be negative, and gaps must be 0 <= min <= max > 0");
            }
        }
    }

    OnOffArrivals(Means means, Draws draws) {
        this.means = means;
        this.draws = draws;
        boolean startsOn = draws.happens(means.on / (means.on + means.off));
        at = startsOn ? 0 : off();
        end = at + draws.exponential(means.on);
    }

    private double off() {
        return means.off > 0 ? draws.exponential(means.off) : 0;
    }

    @Override
    public Due next() {
        while (at >= end) {
            at = end + off();
            end = at + draws.exponential(means.on);
        }
        Due due = new Due(at, end);
        at += draws.uniform(means.minGap, means.maxGap);
        return due;
    }
}
