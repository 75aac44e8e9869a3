/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Goes through a tar stream, already unpacked if it was compressed. */
final class TarCursor implements EntryCursor {
    private final MeteredStream metered;
    private final TarArchiveInputStream tar;
    private final Budget budget;
    private Optional<TarArchiveEntry> entry = Optional.empty();

    TarCursor(InputStream stream, Budget budget) {
        this.budget = budget;
        this.metered = new MeteredStream(stream, budget);
        this.tar = new TarArchiveInputStream(metered);
    }

    @Override
    public boolean next() throws IOException {
        if (entry.isPresent()) {
            tar.transferTo(OutputStream.nullOutputStream());
        }
        metered.inHeader(true);
        entry = Optional.ofNullable(tar.getNextEntry());
        metered.inHeader(false);
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
        TarArchiveEntry e = entry.orElseThrow();
        if (e.isSymbolicLink() || e.isLink()) {
            return EntryType.LINK;
        }
        if (e.isDirectory()) {
            return EntryType.DIRECTORY;
        }
        boolean plain = e.isFile() && !e.isSparse() && tar.canReadEntryData(e);
        boolean device = e.isBlockDevice() || e.isCharacterDevice() || e.isFIFO();
        return plain && !device ? EntryType.FILE : EntryType.SPECIAL;
    }

    @Override
    public InputStream content() {
        return tar;
    }

    @Override
    public void finish() {
        // tar promises nothing about the content
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
