/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import java.util.function.LongSupplier;

/**
 * Counts what unpacking has cost so far and refuses to go on beyond the limits. Sizes that an
 * archive claims are never believed; only bytes that came out count.
 */
final class Budget {
    private final Limits limits;
    private final LongSupplier packedBytes;
    private long unpacked;
    private int entries;

    Budget(Limits limits, LongSupplier packedBytes) {
        this.limits = limits;
        this.packedBytes = packedBytes;
    }

    void spend(long bytes) throws ArchiveRefused {
        unpacked += bytes;
        if (unpacked > limits.totalBytes()) {
            throw new ArchiveRefused(
                    "ARCHIVE_TOO_LARGE",
                    "The archive unpacks to more than %d bytes".formatted(limits.totalBytes()),
                    "Leave large images out and name them in the descriptor");
        }
        long packed = Math.max(1, packedBytes.getAsLong());
        if (unpacked > limits.freeBytes() && unpacked / packed > limits.ratio()) {
            throw new ArchiveRefused(
                    "ARCHIVE_BOMB",
                    "The archive unpacks to more than %d times its size".formatted(limits.ratio()),
                    "Pack images in a compressed format such as qcow2");
        }
    }

    void spendEntry() throws ArchiveRefused {
        entries++;
        if (entries > limits.entries()) {
            throw new ArchiveRefused(
                    "ARCHIVE_TOO_MANY_ENTRIES",
                    "The archive has more than %d entries".formatted(limits.entries()),
                    "Pack many small files into one");
        }
    }
}
