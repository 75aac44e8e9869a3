/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of a build must tell why a start failed. */
class FailureTest {
    @TempDir Path folder;

    @Test
    void theFirstLineNamesTheScriptsLastLine() throws IOException {
        Path script = Files.writeString(folder.resolve("out"), "Starting\nport 1 is taken\n\n");
        Path log = Files.writeString(folder.resolve("log"), "one\nthe cause\n");

        String words = Failure.words("telamon start failed", script, log);

        assertThat(words.lines().findFirst()).hasValue("telamon start failed: port 1 is taken");
        assertThat(words).contains("  Starting", "  the cause");
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        String words = Failure.words("start", folder.resolve("none"), folder.resolve("no-log"));

        assertThat(words).startsWith("start: (cannot be read").contains("no-log");
    }
}
