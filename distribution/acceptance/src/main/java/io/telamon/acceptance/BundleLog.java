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

/**
 * Reads from the container's log which bundles were stopped or started since a moment. The log
 * tells it only to a container that was started as {@link #listen} says.
 */
final class BundleLog {
    private static final String SWITCH =
            "-Dorg.ops4j.pax.logging.service.frameworkEventsLogLevel=INFO";
    private static final Pattern EVENT =
            Pattern.compile("<([\\w.-]*)> BundleEvent (?:STOPPED|STARTED|UPDATED|UNRESOLVED)");

    private final Path log;
    private final long from;

    /** Remembers this moment. */
    BundleLog(Telamon telamon) {
        log = telamon.home().resolve("logs/telamon.log");
        from = text().length();
    }

    /**
     * Makes the log of a Telamon that is not started yet name the bundle of each event; returns the
     * Java option it must be started with.
     */
    static String listen(Path root, Telamon telamon) {
        String name = "org.ops4j.pax.logging.cfg";
        try {
            Path etc = Files.createDirectories(telamon.home().resolve("etc"));
            String shipped =
                    Files.readString(root.resolve("distribution/src/main/resources/etc/" + name));
            Files.writeString(etc.resolve(name), shipped.replace("%m%n", "<%X{bundle.name}> %m%n"));
            return SWITCH;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Symbolic names of bundles to which something happened since then. */
    Set<String> touched() {
        String text = text();
        Matcher found = EVENT.matcher(text.substring((int) Math.min(from, text.length())));
        Set<String> names = new TreeSet<>();
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    private String text() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
