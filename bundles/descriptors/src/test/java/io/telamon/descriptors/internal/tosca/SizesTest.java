/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.descriptors.internal.Packs;
import io.telamon.descriptors.internal.tree.Findings;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.TextDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
    private final Findings findings = new Findings();

    @ParameterizedTest
    @CsvSource({
        "512 MB, 512",
        "1 GB, 1024",
        "1GiB, 1024",
        "0.5 GB, 512",
        "2048 kB, 2",
        "1 TB, 1048576",
        "77, 77"
    })
    void sizesAreReadInMegabytes(String text, long megabytes) {
        assertThat(Sizes.megabytes(map(text), "s", "MB", 9)).isEqualTo(megabytes);
        assertThat(findings.refused()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"much", "-1 GB", "1 parsec", "1 2"})
    void whatIsNoSizeIsReported(String text) {
        assertThat(Sizes.megabytes(map(text), "s", "MB", 9)).isEqualTo(9);
        assertThat(findings.refused()).isTrue();
    }

    @Test
    void gigabytesAreRoundedUp() {
        assertThat(Sizes.gigabytes(map("1500 MB"), "s", 0)).isEqualTo(2);
        assertThat(Sizes.gigabytes(map("10 GB"), "s", 0)).isEqualTo(10);
        assertThat(Sizes.gigabytes(map("10 GB"), "other", 3)).isEqualTo(3);
    }

    @Test
    void pathsAreResolvedInsideThePackage() {
        assertThat(Paths.resolve("Definitions/a.yaml", "../Files/x")).isEqualTo("Files/x");
        assertThat(Paths.resolve("a.yaml", "b/../c")).isEqualTo("c");
        assertThat(Paths.resolve("a.yaml", "../../etc/passwd")).isEqualTo("etc/passwd");
    }

    private MapNode map(String size) {
        byte[] text = Packs.bytes("s: '" + size + "'");
        return (MapNode) TextDocuments.read("f", text, findings).orElseThrow();
    }
}
