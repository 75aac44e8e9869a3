/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Words for a start that failed, so that the output of a build alone tells the cause. */
final class Failure {
    private static final int LINES = 30;

    private Failure() {}

    /** What failed with the script's last line, then the last lines of script and log. */
    static String words(String what, Path script, Path log) {
        List<String> said = lines(script);
        String last = said.isEmpty() ? "it said nothing" : said.get(said.size() - 1);
        return what
                + ": "
                + last
                + tail("The start script said", said)
                + tail("The log's last lines", lines(log));
    }

    private static String tail(String title, List<String> lines) {
        List<String> end = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        return "\n" + title + ":\n  " + String.join("\n  ", end);
    }

    /** Lines that are not blank; a file that is not there has none, and that is told. */
    private static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            return List.of("(cannot be read: " + unreadable + ")");
        }
    }
}
