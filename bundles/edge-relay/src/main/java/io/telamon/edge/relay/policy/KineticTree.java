/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.policy;

import java.util.Arrays;

/**
 * Slots as lines slope · (t − start) over a time that only goes on, and who is highest now. Each
 * node knows its winner and until when that holds, so that asking touches only what has changed.
 */
final class KineticTree {
    private int leaves = 8;
    private int[] winner = filled(16);
    private double[] until = new double[16];
    private double[] slope = new double[8];
    private double[] start = new double[8];

    KineticTree() {
        Arrays.fill(until, Double.POSITIVE_INFINITY);
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, -1);
        return array;
    }

    /** Puts a line in or moves it. */
    void put(int slot, double lineSlope, double lineStart, double time) {
        if (slot >= leaves) {
            grow(slot, time);
        }
        slope[slot] = lineSlope;
        start[slot] = lineStart;
        winner[leaves + slot] = slot;
        repair(slot, time);
    }

    /** Takes a line out. */
    void remove(int slot, double time) {
        if (slot < leaves) {
            winner[leaves + slot] = -1;
            repair(slot, time);
        }
    }

    /** The highest line now; -1 when there is none. */
    int top(double time) {
        advance(1, time);
        return winner[1];
    }

    private void repair(int slot, double time) {
        for (int node = (leaves + slot) / 2; node > 0; node /= 2) {
            pull(node, time);
        }
    }

    private void advance(int node, double time) {
        if (node < leaves && until[node] <= time) {
            advance(2 * node, time);
            advance(2 * node + 1, time);
            pull(node, time);
        }
    }

    private double height(int slot, double time) {
        return slope[slot] * (time - start[slot]);
    }

    private void pull(int node, double time) {
        int left = winner[2 * node];
        int right = winner[2 * node + 1];
        until[node] = Math.min(until[2 * node], until[2 * node + 1]);
        if (left < 0 || right < 0) {
            winner[node] = Math.max(left, right);
            return;
        }
        boolean first = height(left, time) >= height(right, time);
        int won = first ? left : right;
        int lost = first ? right : left;
        winner[node] = won;
        if (slope[lost] > slope[won]) {
            double crossing =
                    (slope[lost] * start[lost] - slope[won] * start[won])
                            / (slope[lost] - slope[won]);
            until[node] = Math.min(until[node], Math.max(crossing, Math.nextUp(time)));
        }
    }

    private void grow(int slot, double time) {
        int more = Integer.highestOneBit(slot) * 2;
        int[] wider = filled(2 * more);
        System.arraycopy(winner, leaves, wider, more, leaves);
        winner = wider;
        until = new double[2 * more];
        Arrays.fill(until, Double.POSITIVE_INFINITY);
        slope = Arrays.copyOf(slope, more);
        start = Arrays.copyOf(start, more);
        leaves = more;
        for (int node = more - 1; node > 0; node--) {
            pull(node, time);
        }
    }
}
