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

    /** What a command wrote, and its exit status. */
    record Said(int status, String text) {}

    /** Runs a command; its output, an exception when it fails. */
    String run(String command) {
        Said said = attempt(command);
        if (said.status() != 0) {
            throw new IllegalStateException(
                    command + " ended with " + said.status() + ": " + said.text());
        }
        return said.text();
    }

    /** Runs a command, whatever comes of it. */
    Said attempt(String command) {
        try {
            Process process = telamon.command(root, "shell", command);
            String text =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
