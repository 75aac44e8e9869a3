/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Packs what the committed table of packages names, for plays that upload through another door than
 * REST. The file {@code index} in the target folder names one file to upload per row of the table.
 */
public final class PackedTable {
    private static final int ARGUMENTS = 3;

    private PackedTable() {}

    /**
     * Entry of the program: the project's root, the folder with our packed samples, the target
     * folder.
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException("Needed: root, folder of samples, target folder");
        }
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        write(Packed.fields(root), Path.of(arguments[1]), Path.of(arguments[2]));
    }

    /** Packs all rows; returns the file with the index. */
    static Path write(Path fields, Path samples, Path target) throws IOException {
        Packed packed = new Packed(fields, samples, Files.createDirectories(target));
        List<String> files =
                PackageRow.table().stream()
                        .map(row -> packed.file(row.source()).toAbsolutePath().toString())
                        .toList();
        return Files.write(target.resolve("index"), files);
    }
}
