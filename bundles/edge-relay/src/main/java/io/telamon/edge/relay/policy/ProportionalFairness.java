/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.policy;

import java.util.Arrays;

/**
 * {@code proportional-fairness}: the destination with the largest (1/w)^alpha / (served / (now −
 * last served))^beta. The root of order beta of that is a line over time, so the largest is found
 * without looking at all. A newcomer starts with what the others were served on average, as if it
 * had always been there: else it would get everything until it had caught up.
 */
final class ProportionalFairness implements Policy {
    private final double alpha;
    private final double beta;
    private final KineticTree lines = new KineticTree();
    private double[] weights = new double[8];
    private double[] served = new double[8];
    private double[] last = new double[8];
    private long origin;
    private boolean begun;
    private double all;
    // the latest time that was told: the tree's time never goes back
    private double latest;
    private int count;

    ProportionalFairness(double alpha, double beta) {
        this.alpha = alpha;
        this.beta = beta;
    }

    private double time(long now) {
        if (!begun) {
            begun = true;
            origin = now;
        }
        latest = Math.max(latest, (now - origin) * 1e-9);
        return latest;
    }

    @Override
    public void add(int slot, double weight, long now) {
        if (slot >= weights.length) {
            int room = Math.max(slot + 1, 2 * weights.length);
            weights = Arrays.copyOf(weights, room);
            served = Arrays.copyOf(served, room);
            last = Arrays.copyOf(last, room);
        }
        weights[slot] = weight;
        served[slot] = count == 0 ? 1 : all / count;
        last[slot] = time(now);
        all += served[slot];
        count++;
        draw(slot, time(now));
    }

    private void draw(int slot, double time) {
        double slope = Math.pow(weights[slot], -alpha / beta) / served[slot];
        lines.put(slot, slope, last[slot], time);
    }

    @Override
    public void remove(int slot) {
        lines.remove(slot, latest);
        all -= served[slot];
        count--;
    }

    @Override
    public void weigh(int slot, double weight, long now) {
        weights[slot] = weight;
        draw(slot, time(now));
    }

    @Override
    public int pick(int size, long now) {
        double time = time(now);
        int slot = lines.top(time);
        if (slot >= 0) {
            served[slot]++;
            all++;
            last[slot] = time;
            draw(slot, time);
        }
        return slot;
    }
}
