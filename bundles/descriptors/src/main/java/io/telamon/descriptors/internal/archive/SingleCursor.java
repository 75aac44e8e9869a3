/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import java.io.IOException;
import java.io.InputStream;

/** A bare descriptor, seen as an archive with one entry. */
final class SingleCursor implements EntryCursor {
    private final String name;
    private final InputStream stream;
    private final Budget budget;
    private boolean begun;

    SingleCursor(String name, InputStream stream, Budget budget) {
        this.name = name;
        this.stream = new MeteredStream(stream, budget);
        this.budget = budget;
    }

    @Override
    public boolean next() throws IOException {
        boolean first = !begun;
        begun = true;
        if (first) {
            budget.spendEntry();
        }
        return first;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EntryType type() {
        return EntryType.FILE;
    }

    @Override
    public InputStream content() {
        return stream;
    }

    @Override
    public void finish() {
        // a bare file promises nothing about itself
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
