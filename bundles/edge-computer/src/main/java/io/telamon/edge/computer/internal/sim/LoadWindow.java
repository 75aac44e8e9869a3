/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.sim;

/** The last thirty samples of a processor's utilization, one a second. Thread-safe. */
public final class LoadWindow {
    private static final int SIZE = 30;
    private final double[] samples = new double[SIZE];
    private int count;
    private int next;

    /** Mean utilization in percent over the last second, ten and thirty seconds. */
    public record Load(int last1, int last10, int last30) {
        /** Nothing was measured yet. */
        public static final Load NONE = new Load(0, 0, 0);
    }

    /** Takes the share, 0 to 1, of the second that just passed. */
    public synchronized void add(double share) {
        samples[next] = Math.max(0, Math.min(1, share));
        next = (next + 1) % SIZE;
        count = Math.min(SIZE, count + 1);
    }

    /** The last sample; 0 before the first. */
    public synchronized double last() {
        return mean(1);
    }

    /** Means over the samples there are. */
    public synchronized Load load() {
        return new Load(percent(1), percent(10), percent(30));
    }

    private int percent(int size) {
        return (int) Math.round(100 * mean(size));
    }

    private double mean(int size) {
        int taken = Math.min(size, count);
        double sum = 0;
        for (int i = 1; i <= taken; i++) {
            sum += samples[Math.floorMod(next - i, SIZE)];
        }
        return taken == 0 ? 0 : sum / taken;
    }
}
