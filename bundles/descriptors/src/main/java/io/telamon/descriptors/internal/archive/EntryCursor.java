/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Goes through the entries of an archive in order. One thread only. */
interface EntryCursor extends Closeable {
    /** Moves to the next entry and tells whether there is one. */
    boolean next() throws IOException;

    /** Returns the name as written in the archive. */
    String name();

    /** Returns what the entry is. */
    EntryType type();

    /** Returns the bytes of the current entry; valid until the next move. */
    InputStream content() throws IOException;

    /** Checks, after all bytes were read, what the archive promised about them. */
    void finish() throws IOException;

    /** What an entry is. */
    enum EntryType {
        /** A file. */
        FILE,
        /** A directory. */
        DIRECTORY,
        /** A symbolic or hard link. */
        LINK,
        /** A device, pipe or other thing that is no file. */
        SPECIAL
    }
}
