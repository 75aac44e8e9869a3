/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import io.telamon.model.descriptor.FindingPlace;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * Where a value comes from. The path is put together only when somebody asks, so that deep
 * documents do not cost memory for paths nobody reads.
 *
 * @param parent origin of the map or list around it, absent for a document
 * @param segment key, or index in brackets; empty for a document
 * @param source the file
 * @param line line from 1
 * @param column column from 1
 */
record Origin(Optional<Origin> parent, String segment, Source source, int line, int column) {
    /**
     * The file a value comes from.
     *
     * @param file path in the package
     * @param findings where its problems go
     */
    record Source(String file, Findings findings) {}

    static Origin document(String file, Findings findings) {
        return new Origin(Optional.empty(), "", new Source(file, findings), 1, 1);
    }

    Origin child(String childSegment, int childLine, int childColumn) {
        return new Origin(Optional.of(this), childSegment, source, childLine, childColumn);
    }

    Findings findings() {
        return source.findings();
    }

    FindingPlace place() {
        var text = new StringBuilder();
        for (String part : segments()) {
            boolean index = part.startsWith("[");
            text.append(text.length() == 0 || index ? "" : ".").append(part);
        }
        return new FindingPlace(source.file(), line, column, text.toString());
    }

    List<String> segments() {
        var parts = new ArrayDeque<String>();
        Optional<Origin> at = Optional.of(this);
        while (at.isPresent() && at.get().parent().isPresent()) {
            parts.addFirst(at.get().segment());
            at = at.get().parent();
        }
        return List.copyOf(parts);
    }
}
