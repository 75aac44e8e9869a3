/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.dispatcher.internal;

/** Input sizes in classes of 12.5 %: within a class one prediction serves all. */
final class Sizes {
    private Sizes() {}

    static int of(int size) {
        if (size < 16) {
            return size;
        }
        int shift = 28 - Integer.numberOfLeadingZeros(size);
        return shift * 8 + (size >>> shift);
    }

    /** A size in the middle of a class. */
    static double middle(int sizeClass) {
        if (sizeClass < 16) {
            return sizeClass;
        }
        int shift = (sizeClass - 8) / 8;
        double low = (double) (sizeClass - shift * 8) * (1 << shift);
        return low + (1 << shift) / 2.0;
    }
}
