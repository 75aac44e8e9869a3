/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is called hostile really is. */
class ArchivesTest {
    @TempDir Path folder;

    @Test
    void theBombIsSmallAndSaysTenGigabytes() throws IOException {
        Path bomb = new Archives(folder).bomb("bomb.tar.gz");

        assertThat(Files.size(bomb)).isLessThan(12L << 20);
        try (InputStream in = Files.newInputStream(bomb);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
            TarArchiveEntry entry = tar.getNextEntry();
            assertThat(entry.getSize()).isEqualTo(10L << 30);
            assertThat(tar.skip(200L << 20)).isEqualTo(200L << 20);
        }
    }

    @Test
    void theLinkIsALinkAndTheSlipLeadsOut() throws IOException {
        Archives archives = new Archives(folder);
        Path link = archives.withLink("link.tar.gz", "vnfd: {}", "/etc/passwd");
        Path slip =
                archives.zip(
                        "slip.zip", Map.of("../../evil", "x".getBytes(StandardCharsets.UTF_8)));

        try (InputStream in = Files.newInputStream(link);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(in))) {
            tar.getNextEntry();
            assertThat(tar.getNextEntry().isSymbolicLink()).isTrue();
        }
        try (ZipFile zip = new ZipFile(slip.toFile())) {
            assertThat(zip.entries().nextElement().getName()).isEqualTo("../../evil");
        }
    }

    @Test
    void aCutArchiveIsHalfOfTheWhole() throws IOException {
        Archives archives = new Archives(folder);
        Path whole = archives.text("whole", "12345678");

        assertThat(archives.cut("half", whole)).hasContent("1234");
    }
}
