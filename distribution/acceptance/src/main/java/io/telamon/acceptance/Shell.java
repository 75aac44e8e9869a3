/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The Karaf shell as a person reaches it: one command through the start script. */
final class Shell {
    private final Path root;
    private final Telamon telamon;

    Shell(Path root, Telamon telamon) {
        this.root = root;
        this.telamon = telamon;
    }

    /** Runs a command; its output, an exception when it fails. */
    String run(String command) {
        try {
            Process process = telamon.command(root, "shell", command);
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + text);
            }
            return text;
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
