/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackageRowTest {
    @Test
    void everyRowSaysWhatIsWaivedAndRunningOnesWhatMustAppear() {
        assertThat(PackageRow.table())
                .isNotEmpty()
                .allSatisfy(
                        row -> {
                            assertThat(row.waived()).as("%s", row).isNotEmpty();
                            assertThat(row.servers().isEmpty()).isEqualTo(!row.runs());
                            assertThat(row.networks().isEmpty()).isEqualTo(!row.runs());
                        });
    }

    @Test
    void everyPackageOfTheFieldIsInTheTable() throws IOException {
        Ground.needFieldPackages();
        Path fields = Packed.fields(Ground.root());
        List<String> known =
                PackageRow.table().stream()
                        .filter(row -> row.source().startsWith("field:"))
                        .map(row -> row.source().substring(6).split("[+#]")[0])
                        .toList();

        try (Stream<Path> files = Files.walk(fields)) {
            assertThat(
                            files.filter(Files::isRegularFile)
                                    .map(file -> fields.relativize(file).toString())
                                    .filter(file -> file.matches(".*\\.(yaml|json|gz)"))
                                    .filter(file -> known.stream().noneMatch(file::startsWith)))
                    .isEmpty();
        }
    }
}
