/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Walks the central directory of a zip before the library does, because the library holds all of it
 * in memory, however long it is.
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int END64_LOCATOR = 0x07064b50;
    private static final int HEADER = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int LOCATOR_SIZE = 20;
    private static final int HEADER_SIZE = 46;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long MOST_DIRECTORY_BYTES = 16 << 20;

    private ZipDirectory() {}

    /** Refuses a zip without an end record, or with more entries or names than the budget. */
    static void check(Path file, Budget budget) throws IOException {
        try (var zip = new RandomAccessFile(file.toFile(), "r")) {
            long end = endRecord(zip);
            long at = directory(zip, end);
            long first = at;
            while (at >= 0 && at + HEADER_SIZE <= zip.length()) {
                ByteBuffer header = bytes(zip, at, HEADER_SIZE);
                if (header.getInt(0) != HEADER) {
                    return;
                }
                budget.spendEntry();
                at += HEADER_SIZE + lengths(header);
                if (at - first > MOST_DIRECTORY_BYTES) {
                    throw new ArchiveRefused(
                            "ARCHIVE_BOMB", "The directory of the zip is too large", "");
                }
            }
        }
    }

    private static int lengths(ByteBuffer header) {
        int sum = 0;
        for (int at = 28; at <= 32; at += 2) {
            sum += Short.toUnsignedInt(header.getShort(at));
        }
        return sum;
    }

    private static long endRecord(RandomAccessFile zip) throws IOException {
        int window = (int) Math.min(zip.length(), END_SIZE + LONGEST_COMMENT);
        ByteBuffer tail = bytes(zip, zip.length() - window, window);
        for (int at = window - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return zip.length() - window + at;
            }
        }
        throw new ArchiveRefused(
                "ARCHIVE_TRUNCATED", "The zip has no end: it was cut off", "Upload it again");
    }

    private static long directory(RandomAccessFile zip, long end) throws IOException {
        long locator = end - LOCATOR_SIZE;
        if (locator >= 0) {
            ByteBuffer found = bytes(zip, locator, LOCATOR_SIZE);
            if (found.getInt(0) == END64_LOCATOR) {
                long end64 = found.getLong(8);
                return inside(zip, end64, 56) ? bytes(zip, end64, 56).getLong(48) : -1;
            }
        }
        ByteBuffer record = bytes(zip, end, END_SIZE);
        long size = Integer.toUnsignedLong(record.getInt(12));
        long start = Integer.toUnsignedLong(record.getInt(16));
        // a self-extracting zip has bytes in front of it: then the directory ends at the end record
        return inside(zip, start, HEADER_SIZE) && bytes(zip, start, 4).getInt(0) == HEADER
                ? start
                : end - size;
    }

    private static boolean inside(RandomAccessFile zip, long at, int length) throws IOException {
        return at >= 0 && at <= zip.length() - length;
    }

    private static ByteBuffer bytes(RandomAccessFile zip, long at, int length) throws IOException {
        byte[] buffer = new byte[length];
        zip.seek(at);
        zip.readFully(buffer);
        return ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
    }
}
