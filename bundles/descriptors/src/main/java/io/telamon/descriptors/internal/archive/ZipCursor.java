/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Goes through a zip by its central directory, which is also where links are declared. */
final class ZipCursor implements EntryCursor {
    private final ZipFile zip;
    private final Enumeration<ZipArchiveEntry> entries;
    private final Budget budget;
    private Optional<ZipArchiveEntry> entry = Optional.empty();
    private CRC32 checksum = new CRC32();

    ZipCursor(Path file, Budget budget) throws IOException {
        this.budget = budget;
        this.zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get();
        this.entries = zip.getEntries();
    }

    @Override
    public boolean next() throws IOException {
        entry = entries.hasMoreElements() ? Optional.of(entries.nextElement()) : Optional.empty();
        if (entry.isPresent()) {
            budget.spendEntry();
        }
        return entry.isPresent();
    }

    @Override
    public String name() {
        return entry.orElseThrow().getName();
    }

    @Override
    public EntryType type() {
        ZipArchiveEntry e = entry.orElseThrow();
        if (e.isUnixSymlink()) {
            return EntryType.LINK;
        }
        return e.isDirectory() ? EntryType.DIRECTORY : unixType(e.getUnixMode());
    }

    private static EntryType unixType(int mode) {
        int type = mode & 0170000;
        return type == 0 || type == 0100000 ? EntryType.FILE : EntryType.SPECIAL;
    }

    @Override
    public InputStream content() throws IOException {
        ZipArchiveEntry e = entry.orElseThrow();
        boolean usual = e.getMethod() == ZipEntry.STORED || e.getMethod() == ZipEntry.DEFLATED;
        if (!usual || !zip.canReadEntryData(e)) {
            throw new ArchiveRefused(
                    "ARCHIVE_UNSUPPORTED",
                    "Entry %s is encrypted or packed in an unusual way".formatted(e.getName()),
                    "Pack it again without password, with deflate");
        }
        checksum = new CRC32();
        var metered = new MeteredStream(zip.getInputStream(e), budget);
        return new CheckedInputStream(metered, checksum);
    }

    @Override
    public void finish() throws IOException {
        ZipArchiveEntry e = entry.orElseThrow();
        if (e.getCrc() != checksum.getValue()) {
            throw new ArchiveRefused(
                    "ARCHIVE_BROKEN",
                    "Entry %s does not have the checksum the zip promises".formatted(e.getName()),
                    "Upload the package again");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
