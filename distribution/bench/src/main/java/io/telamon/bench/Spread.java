/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Durations or ratios in order, for their median and percentiles. */
final class Spread {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MIDDLE = 0.5;
    private static final double HIGH = 0.95;

    private final List<Double> sorted;

    Spread(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        sorted = values.stream().sorted().toList();
    }

    /** Of times in nanoseconds, as milliseconds. */
    static Spread ofNanos(Collection<Long> nanos) {
        return new Spread(nanos.stream().map(time -> time / NANOS_PER_MILLI).toList());
    }

    double median() {
        return at(MIDDLE);
    }

    double p95() {
        return at(HIGH);
    }

    private double at(double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
    }

    /** A number with one or two places, whatever the country. */
    static String text(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
