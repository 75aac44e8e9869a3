/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.api;

import java.nio.file.Path;

/**
 * A package as it was uploaded.
 *
 * @param fileName name given by the sender, used in findings only
 * @param file where its bytes are
 */
public record PackageSource(String fileName, Path file) {
    /** Returns a file that keeps its own name. */
    public static PackageSource of(Path file) {
        return new PackageSource(String.valueOf(file.getFileName()), file);
    }
}
