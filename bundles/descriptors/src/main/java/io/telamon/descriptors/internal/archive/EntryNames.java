/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decides which names of entries are harmless, and writes them all alike. */
final class EntryNames {
    private static final int LONGEST = 1024;
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);

    private EntryNames() {}

    /**
     * Tells what is wrong with a name.
     *
     * @return an error code, absent for a harmless name
     */
    static Optional<String> problem(String name) {
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(c -> c < ' ')) {
            return Optional.of("ENTRY_NAME");
        }
        if (name.startsWith("/") || name.startsWith("\\") || DRIVE.matcher(name).matches()) {
            return Optional.of("ENTRY_ABSOLUTE");
        }
        boolean up = List.of(name.split("[/\\\\]")).contains("..");
        return up ? Optional.of("ENTRY_OUTSIDE") : Optional.empty();
    }

    /** Writes a harmless name without dots and doubled or leading slashes. */
    static String plain(String name) {
        var parts = new ArrayList<String>();
        for (String part : name.replace('\\', '/').split("/")) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
