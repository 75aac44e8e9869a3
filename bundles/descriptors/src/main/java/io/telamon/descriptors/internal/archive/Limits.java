/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

/**
 * How much a package may ask of the machine that reads it.
 *
 * @param entries greatest number of entries
 * @param totalBytes greatest sum of unpacked bytes
 * @param ratio greatest relation of unpacked to packed bytes
 * @param freeBytes unpacked bytes below which the ratio does not matter
 * @param fileBytes greatest file that is kept in memory as a descriptor, script or manifest
 * @param keptBytes greatest sum of files kept in memory
 */
public record Limits(
        int entries, long totalBytes, int ratio, long freeBytes, int fileBytes, long keptBytes) {
    /** Returns the limits of a normal installation. */
    public static Limits standard() {
        return new Limits(10_000, 64L << 30, 200, 32L << 20, 4 << 20, 48L << 20);
    }
}
