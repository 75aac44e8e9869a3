/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the field's own packages and our samples, neither of which is part of this module. */
public final class SharedPackages {
    private SharedPackages() {}

    /**
     * Returns the folder of the field's packages. Skips the test, and says so, where it is missing.
     * The property {@code telamon.shared} names another folder than {@code ../shared} beside the
     * project.
     */
    public static Path folder() {
        var named = Optional.ofNullable(System.getProperty("telamon.shared")).map(Path::of);
        var found = named.or(() -> above("shared")).map(f -> f.resolve("packages"));
        boolean there = found.filter(Files::isDirectory).isPresent();
        assumeTrue(there, "SKIPPED: no shared/packages beside the project; set -Dtelamon.shared");
        return found.orElseThrow();
    }

    /** Returns the folder of the samples in this project. */
    public static Path samples() {
        return above("distribution/samples").orElseThrow();
    }

    private static Optional<Path> above(String name) {
        Path at = Path.of("").toAbsolutePath();
        while (at != null) {
            Path candidate = at.resolve(name);
            if (Files.isDirectory(candidate)) {
                return Optional.of(candidate);
            }
            at = at.getParent();
        }
        return Optional.empty();
    }
}
