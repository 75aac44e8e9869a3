/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.dispatcher.internal;

import java.util.Arrays;

/**
 * A straight line through the last samples (x, y); samples may grow old. Sums are kept with each
 * sample and made anew each time round, so that they do not drift.
 */
final class Fit {
    private final int window;
    private double[] xs = new double[4];
    private double[] ys = new double[4];
    private long[] times = new long[4];
    private int first;
    private int count;
    private int changes;
    private double sx;
    private double sy;
    private double sxx;
    private double sxy;

    Fit(int window) {
        this.window = window;
    }

    void add(double x, double y, long time) {
        if (count == window) {
            drop();
        }
        if (count == xs.length) {
            grow();
        }
        int at = (first + count++) % xs.length;
        xs[at] = x;
        ys[at] = y;
        times[at] = time;
        sum(x, y, 1);
    }

    private void grow() {
        int room = Math.min(window, 2 * xs.length);
        double[] wideX = Arrays.copyOf(xs, room);
        double[] wideY = Arrays.copyOf(ys, room);
        long[] wideTimes = Arrays.copyOf(times, room);
        for (int i = 0; i < count; i++) {
            int from = (first + i) % xs.length;
            wideX[i] = xs[from];
            wideY[i] = ys[from];
            wideTimes[i] = times[from];
        }
        xs = wideX;
        ys = wideY;
        times = wideTimes;
        first = 0;
    }

    private void drop() {
        sum(xs[first], ys[first], -1);
        first = (first + 1) % xs.length;
        count--;
        if (++changes >= window) {
            changes = 0;
            sx = sy = sxx = sxy = 0;
            for (int i = 0; i < count; i++) {
                int at = (first + i) % xs.length;
                sum(xs[at], ys[at], 1);
            }
        }
    }

    private void sum(double x, double y, int sign) {
        sx += sign * x;
        sy += sign * y;
        sxx += sign * x * x;
        sxy += sign * x * y;
    }

    /** Forgets samples from before that time. */
    void forget(long before) {
        while (count > 0 && times[first] - before < 0) {
            drop();
        }
    }

    boolean empty() {
        return count == 0;
    }

    /** Time of the oldest sample; there must be one. */
    long oldest() {
        return times[first];
    }

    /** The line's value, never below 0; 0 without samples. */
    double at(double x) {
        if (count == 0) {
            return 0;
        }
        double spread = count * sxx - sx * sx;
        if (count < 2 || spread <= 1e-9 * Math.max(1, count * sxx)) {
            return Math.max(0, sy / count);
        }
        double slope = (count * sxy - sx * sy) / spread;
        return Math.max(0, (sy - slope * sx) / count + slope * x);
    }
}
