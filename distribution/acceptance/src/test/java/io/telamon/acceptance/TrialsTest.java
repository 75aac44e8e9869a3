/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Trials that only run on real clouds say at least what they are for. */
class TrialsTest {
    private static final Path FOLDER = Ground.root().resolve("distribution");

    @TestFactory
    Stream<DynamicTest> eachTrialExplainsItself() throws IOException {
        assumeTrue(found("python3"), "python3 was not found");
        List<Path> trials =
                Stream.of("acceptance", "bench").flatMap(TrialsTest::trials).sorted().toList();
        assertThat(trials).hasSizeGreaterThan(6);
        return trials.stream()
                .map(trial -> DynamicTest.dynamicTest(name(trial), () -> explains(trial)));
    }

    private static String name(Path trial) {
        return FOLDER.relativize(trial).toString();
    }

    private static Stream<Path> trials(String folder) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.filter(TrialsTest::isTrial).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTrial(Path file) {
        if (!Files.isRegularFile(file) || !Files.isExecutable(file)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(1).anyMatch(line -> line.endsWith("python3"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean found(String command) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static void explains(Path trial) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("python3", trial.toString(), "--help").redirectErrorStream(true);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("distribution/" + name(trial));
    }
}
