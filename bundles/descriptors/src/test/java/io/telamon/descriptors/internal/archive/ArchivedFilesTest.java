/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.catalog.api.PackageSource;
import io.telamon.descriptors.internal.Packs;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single files of a package can be opened later, whatever it is packed in. */
class ArchivedFilesTest {
    @TempDir Path folder;

    @Test
    void opensAFileOfEveryKindOfArchive() throws IOException {
        var flat = Map.of("vnfd.yaml", "x", "images/disk.img", "bits");

        assertThat(text(source(Packs.tarGz(flat)), "images/disk.img")).isEqualTo("bits");
        assertThat(text(source(Packs.tar(flat)), "images/disk.img")).isEqualTo("bits");
        assertThat(text(source(Packs.zip(flat)), "images/disk.img")).isEqualTo("bits");
    }

    @Test
    void opensByThePathTheArtifactHas() throws IOException {
        var nested = Map.of("top/vnfd.yaml", "x", "top/images/disk.img", "bits");

        assertThat(text(source(Packs.tarGz(nested)), "images/disk.img")).isEqualTo("bits");
    }

    @Test
    void aBareDescriptorIsItsOwnOnlyFile() throws IOException {
        PackageSource source = source(Packs.bytes("vnfd: {}"));

        assertThat(text(source, source.fileName())).isEqualTo("vnfd: {}");
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeMissing() throws IOException {
        PackageSource source = source(Packs.zip(Map.of("a", "b")));

        assertThatThrownBy(() -> new ArchivedFiles().open(source, "images/disk.img"))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("images/disk.img");
    }

    private PackageSource source(byte[] content) throws IOException {
        return PackageSource.of(Files.write(folder.resolve("package.bin"), content));
    }

    private static String text(PackageSource source, String path) throws IOException {
        try (var content = new ArchivedFiles().open(source, path)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
