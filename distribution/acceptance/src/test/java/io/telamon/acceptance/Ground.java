/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the tests on the real distribution find it and what they print to. */
final class Ground {
    private Ground() {}

    static Path root() {
        return Path.of(System.getProperty("project.root", "../..")).toAbsolutePath().normalize();
    }

    static Path folder(String name) {
        return root().resolve(
                        "distribution/acceptance/target/it/" + name + "-" + System.nanoTime());
    }

    static PrintStream out() {
        return new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    static Bed bed(String name) throws IOException {
        return new Bed(root(), folder(name));
    }

    /** Runs the crash trial; true when nothing was lost, doubled or left. */
    static boolean crash(String... options) throws IOException {
        return Trials.run(root(), folder("crash"), "crash", List.of(options), out());
    }

    /** The field's packages are beside the project; where they are not, the test says so. */
    static void needFieldPackages() {
        assumeTrue(
                Files.isDirectory(Packed.fields(root())),
                "SKIPPED: the field's packages are not at " + Packed.fields(root()));
    }
}
