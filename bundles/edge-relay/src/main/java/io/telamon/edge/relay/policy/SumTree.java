/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.policy;

import java.util.Arrays;

/** Shares of slots; finds the slot at a point of the running sum. Sums do not drift. */
final class SumTree {
    private int leaves = 8;
    private double[] sums = new double[16];

    double total() {
        return sums[1];
    }

    /** Sets a slot's share; 0 takes it out. */
    void put(int slot, double share) {
        if (slot >= leaves) {
            grow(slot);
        }
        int at = leaves + slot;
        sums[at] = share;
        for (at /= 2; at > 0; at /= 2) {
            sums[at] = sums[2 * at] + sums[2 * at + 1];
        }
    }

    private void grow(int slot) {
        int more = Integer.highestOneBit(slot) * 2;
        double[] wider = new double[2 * more];
        System.arraycopy(sums, leaves, wider, more, leaves);
        for (int at = more - 1; at > 0; at--) {
            wider[at] = wider[2 * at] + wider[2 * at + 1];
        }
        sums = wider;
        leaves = more;
    }

    /** The slot at this point, from 0 to the total; -1 when all shares are 0. */
    int at(double point) {
        double left = point;
        int at = 1;
        while (at < leaves) {
            at *= 2;
            if (sums[at + 1] > 0 && (left >= sums[at] || sums[at] == 0)) {
                left -= sums[at];
                at++;
            }
        }
        return sums[at] > 0 ? at - leaves : -1;
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOfRange(sums, leaves, 2 * leaves));
    }
}
