/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed table has a file for each row, in the table's order. */
class PackedTableTest {
    @TempDir private Path folder;

    @Test
    void everyRowHasItsFile() throws IOException {
        Path fields = folder.resolve("fields");
        Path samples = folder.resolve("samples");
        for (PackageRow row : PackageRow.table()) {
            give(fields, samples, row.source());
        }

        Path index = PackedTable.write(fields, samples, folder.resolve("packed"));

        assertThat(Files.readAllLines(index))
                .hasSameSizeAs(PackageRow.table())
                .allSatisfy(line -> assertThat(Path.of(line)).isRegularFile());
    }

    @Test
    void withoutItsThreeFoldersItSaysWhatIsNeeded() {
        assertThatThrownBy(() -> PackedTable.main(new String[] {"."}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("target folder");
    }

    /** A file stands for what is named, in a folder where a folder is named. */
    private static void give(Path fields, Path samples, String source) throws IOException {
        String path = source.split("[#+]")[0];
        Path place =
                (path.startsWith("field:") ? fields : samples)
                        .resolve(path.substring(path.indexOf(':') + 1));
        Path file = place.endsWith("src") ? place.resolve("nsd.yaml") : place;
        Files.createDirectories(file.getParent());
        Files.writeString(file, "nsd: {}\n");
    }
}
