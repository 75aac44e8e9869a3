/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Charges every byte to the budget. Between two entries a second, narrow limit holds: a tar header
 * may carry names of any length, which the library would collect in memory.
 */
final class MeteredStream extends FilterInputStream {
    private static final long MOST_HEADER_BYTES = 1 << 20;

    private final Budget budget;
    private long headerBytes = -1;

    MeteredStream(InputStream in, Budget budget) {
        super(in);
        this.budget = budget;
    }

    void inHeader(boolean header) {
        headerBytes = header ? 0 : -1;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        charge(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        charge(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = super.skip(n);
        charge(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void charge(long bytes) throws ArchiveRefused {
        budget.spend(bytes);
        if (headerBytes >= 0) {
            headerBytes += bytes;
            if (headerBytes > MOST_HEADER_BYTES) {
                throw new ArchiveRefused(
                        "ARCHIVE_BOMB",
                        "The header of an entry is larger than %d bytes"
                                .formatted(MOST_HEADER_BYTES),
                        "");
            }
        }
    }
}
