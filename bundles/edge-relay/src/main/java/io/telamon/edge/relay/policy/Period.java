/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.policy;

/** Response times of one destination within a period. */
public final class Period {
    private double sum;
    private double min;
    private double max;
    private int count;

    /** Takes a sample; true when it is the first. */
    public boolean take(double seconds) {
        min = count == 0 ? seconds : Math.min(min, seconds);
        max = count == 0 ? seconds : Math.max(max, seconds);
        sum += seconds;
        return ++count == 1;
    }

    /** What they come to; starts again. Without samples there is nothing to ask. */
    public double take(Weighing weighing) {
        double value = weighing.of(this);
        sum = 0;
        count = 0;
        return value;
    }

    double sum() {
        return sum;
    }

    double min() {
        return min;
    }

    double max() {
        return max;
    }

    /** Samples so far. */
    public int count() {
        return count;
    }
}
