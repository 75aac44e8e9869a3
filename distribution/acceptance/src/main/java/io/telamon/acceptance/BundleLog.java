/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads from the container's log which bundles were stopped since a moment. */
final class BundleLog {
    private static final Pattern STOPPED = Pattern.compile("BundleEvent STOPPED - ([\\w.-]+)");

    private final Path log;
    private final long from;

    /** Remembers this moment. */
    BundleLog(Telamon telamon) {
        log = telamon.home().resolve("logs/telamon.log");
        from = length();
    }

    /** Symbolic names of bundles that were stopped since then. */
    Set<String> restarted() {
        try {
            String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            Matcher found = STOPPED.matcher(text.substring((int) Math.min(from, text.length())));
            Set<String> names = new TreeSet<>();
            while (found.find()) {
                names.add(found.group(1));
            }
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private long length() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8).length();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
