/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.descriptors.internal.Packs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives made to hurt get one precise error each, quickly and in little memory. */
@Timeout(20)
class HostileArchiveTest {
    private static final String VNFD =
            """
            vnfd:
              id: small
              vdu: [{id: a}]
            """;

    @ParameterizedTest
    @CsvSource({
        "p/../../evil.sh, ENTRY_OUTSIDE",
        "../evil.sh, ENTRY_OUTSIDE",
        "/etc/cron.d/evil, ENTRY_ABSOLUTE",
        "C:\\evil.bat, ENTRY_ABSOLUTE",
        "p\\..\\..\\evil.bat, ENTRY_OUTSIDE",
        "\\\\host\\share, ENTRY_ABSOLUTE"
    })
    void namesThatLeadOutAreRefusedInZipAndTar(String name, String code) {
        var files = Map.of("vnfd.yaml", VNFD, name, "evil");

        for (byte[] archive : List.of(Packs.zip(files), Packs.tarGz(files))) {
            ImportedPackage read = Packs.read("p", archive);

            assertThat(Packs.errors(read)).contains(code);
            assertThat(read.artifacts()).extracting(a -> a.path()).containsExactly("vnfd.yaml");
            assertThat(Packs.finding(read, code).message()).contains("Entry");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "50, ENTRY_LINK",
        "49, ENTRY_LINK",
        "51, ENTRY_SPECIAL",
        "52, ENTRY_SPECIAL",
        "54, ENTRY_SPECIAL"
    })
    void linksDevicesAndPipesInATarAreRefused(byte type, String code) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            add(tar, "p/vnfd.yaml", VNFD);
            var entry = new TarArchiveEntry("p/passwd", type);
            entry.setLinkName("/etc/passwd");
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }

        ImportedPackage read = Packs.read("p.tar.gz", Packs.gzip(out.toByteArray()));

        assertThat(Packs.errors(read)).containsExactly(code);
        assertThat(Packs.finding(read, code).place().file()).isEqualTo("p/passwd");
    }

    @Test
    void aSymbolicLinkInAZipIsRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(out)) {
            var entry = new ZipArchiveEntry("link");
            entry.setUnixMode(0120777);
            zip.putArchiveEntry(entry);
            zip.write(Packs.bytes("/etc/passwd"));
            zip.closeArchiveEntry();
        }

        ImportedPackage read = Packs.read("p.zip", out.toByteArray());

        assertThat(Packs.errors(read)).contains("ENTRY_LINK");
        assertThat(read.artifacts()).isEmpty();
    }

    @Test
    void tenGigabytesOfZerosInATarGzAreRefusedEarly() throws IOException {
        byte[] header = Arrays.copyOf(tarHeader("p/image.raw", 10L << 30), 512);
        byte[] zeros = Packs.gzip(new byte[64 << 20]);
        var out = new ByteArrayOutputStream();
        out.write(Packs.gzip(header));
        for (int i = 0; i < 160; i++) {
            out.write(zeros);
        }

        long start = System.nanoTime();
        ImportedPackage read = Packs.read("bomb.tar.gz", out.toByteArray());

        assertThat(Packs.errors(read)).containsExactly("ARCHIVE_BOMB");
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }

    @Test
    void aZipThatUnpacksAThousandfoldIsRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(out)) {
            for (int i = 0; i < 4; i++) {
                zip.putArchiveEntry(new ZipArchiveEntry("image-" + i));
                zip.write(new byte[48 << 20]);
                zip.closeArchiveEntry();
            }
        }

        ImportedPackage read = Packs.read("bomb.zip", out.toByteArray());

        assertThat(Packs.errors(read)).containsExactly("ARCHIVE_BOMB");
    }

    @Test
    void sparseImagesBelowTheFreeBytesAreNoBomb() {
        var files = Map.of("p/vnfd.yaml", VNFD, "p/image.raw", "\0".repeat(8 << 20));

        ImportedPackage read = Packs.read("p.tar.gz", Packs.tarGz(files));

        assertThat(Packs.errors(read)).isEmpty();
        assertThat(read.artifacts()).extracting(a -> a.size()).contains(8L << 20);
    }

    @Test
    void oneHundredThousandEntriesAreRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out);
                var tar = new TarArchiveOutputStream(gzip)) {
            for (int i = 0; i < 100_000; i++) {
                tar.putArchiveEntry(new TarArchiveEntry("p/" + i, true));
                tar.closeArchiveEntry();
            }
        }

        ImportedPackage read = Packs.read("p.tar.gz", out.toByteArray());

        assertThat(Packs.errors(read)).containsExactly("ARCHIVE_TOO_MANY_ENTRIES");
    }

    @Test
    void oneHundredThousandEntriesOfAZipAreCountedBeforeTheyAreLoaded() {
        var files = new LinkedHashMap<String, String>();
        for (int i = 0; i < 100_000; i++) {
            files.put("p/" + i, "");
        }

        ImportedPackage read = Packs.read("p.zip", Packs.zip(files));

        assertThat(Packs.errors(read)).containsExactly("ARCHIVE_TOO_MANY_ENTRIES");
        assertThat(read.artifacts()).isEmpty();
    }

    @Test
    void aNameOfManyMegabytesInATarHeaderIsRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(typed(tarHeader("././@LongLink", 20L << 20), (byte) 'L'));
        out.write(new byte[20 << 20]);

        ImportedPackage read = Packs.read("p.tar.gz", Packs.gzip(out.toByteArray()));

        assertThat(Packs.errors(read)).containsExactly("ARCHIVE_BOMB");
    }

    @Test
    void moreBytesThanAllowedAreRefusedWhateverTheRatio() {
        var limits = new Limits(100, 1 << 20, 1_000_000, 1 << 30, 1 << 20, 1 << 20);

        ImportedPackage read =
                Packs.read("p", Packs.tarGz(Map.of("p/a", "x".repeat(2 << 20))), limits);

        assertThat(Packs.errors(read)).containsExactly("ARCHIVE_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 300, 700})
    void aTarGzCutShortIsReportedAsSuch(int length) {
        byte[] whole = Packs.tarGz(Map.of("p/vnfd.yaml", VNFD, "p/icon", random(2000)));

        ImportedPackage read = Packs.read("p.tar.gz", Arrays.copyOf(whole, length));

        assertThat(Packs.errors(read)).contains("ARCHIVE_TRUNCATED");
    }

    @Test
    void aTarCutShortIsReportedAsSuch() {
        byte[] whole = Packs.tar(Map.of("p/vnfd.yaml", "x".repeat(5000)));

        ImportedPackage read = Packs.read("p.tar", Arrays.copyOf(whole, 1500));

        assertThat(Packs.errors(read)).contains("ARCHIVE_TRUNCATED");
    }

    @Test
    void aZipCutShortIsReportedAsSuch() {
        byte[] whole = Packs.zip(Map.of("vnfd.yaml", VNFD, "icon", random(3000)));

        ImportedPackage read = Packs.read("p.zip", Arrays.copyOf(whole, whole.length / 2));

        assertThat(Packs.errors(read)).containsExactly("ARCHIVE_TRUNCATED");
    }

    @Test
    void aZipWithDamagedContentIsReported() {
        byte[] whole = Packs.zip(Map.of("vnfd.yaml", VNFD + "# " + random(500)));
        whole[200] ^= 0x55;

        ImportedPackage read = Packs.read("p.zip", whole);

        assertThat(Packs.errors(read)).containsAnyOf("ARCHIVE_BROKEN", "ARCHIVE_TRUNCATED");
    }

    @Test
    void aFileThatIsThereTwiceIsRefused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            add(tar, "p/vnfd.yaml", VNFD);
            add(tar, "p/./vnfd.yaml", "other");
        }

        ImportedPackage read = Packs.read("p.tar", out.toByteArray());

        assertThat(Packs.errors(read)).containsExactly("ENTRY_DUPLICATE");
    }

    @Test
    void anEmptyFileAndNoFileAtAllAreReported() {
        assertThat(Packs.errors(Packs.read("p", new byte[0])))
                .containsExactly("DESCRIPTOR_MISSING");
        assertThat(Packs.errors(Packs.read("p", Packs.tarGz(Map.of()))))
                .containsExactly("DESCRIPTOR_MISSING");
        assertThat(Packs.errors(Packs.read("p", Packs.zip(Map.of("readme", "x")))))
                .containsExactly("DESCRIPTOR_MISSING");
    }

    @Test
    void aDescriptorTooLargeForMemoryIsRefused() {
        String large = VNFD + "#".repeat(5 << 20);

        ImportedPackage read = Packs.read("large.yaml", Packs.bytes(large));

        assertThat(Packs.errors(read)).containsExactly("DOCUMENT_TOO_LARGE");
    }

    private static void add(TarArchiveOutputStream tar, String name, String content)
            throws IOException {
        byte[] bytes = Packs.bytes(content);
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static byte[] tarHeader(String name, long size) throws IOException {
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(size);
        byte[] header = new byte[512];
        entry.writeEntryHeader(header, ZipEncodingHelper.getZipEncoding("UTF-8"), true);
        return header;
    }

    /** Changes the type in a header and repairs its sum. */
    private static byte[] typed(byte[] header, byte type) {
        header[156] = type;
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        byte[] text = Packs.bytes("%06o\0 ".formatted(sum));
        System.arraycopy(text, 0, header, 148, text.length);
        assertThat(type).isNotEqualTo(TarConstants.LF_NORMAL);
        return header;
    }

    private static String random(int length) {
        var text = new StringBuilder();
        long seed = 42;
        while (text.length() < length) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            text.append(Long.toString(seed >>> 8, 36));
        }
        return text.substring(0, length);
    }
}
