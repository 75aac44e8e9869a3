/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.descriptors.internal.Packs;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a package promises about its files is checked. */
class ChecksumsTest {
    private static final String VNFD = "vnfd: {id: small, vdu: [{id: a}]}\n";

    @Test
    void rightMd5SumsPassWithOrWithoutTheTopFolder() {
        String sum = hash("MD5", VNFD);

        assertThat(Packs.errors(withSums(sum + "  p/vnfd.yaml\n"))).isEmpty();
        assertThat(Packs.errors(withSums(sum + " *vnfd.yaml\n"))).isEmpty();
        assertThat(Packs.errors(withSums(sum + "\t./vnfd.yaml\n"))).isEmpty();
    }

    @Test
    void aWrongMd5SumIsRefusedAtItsLine() {
        ImportedPackage read = withSums("\n" + "0".repeat(32) + "  vnfd.yaml\n");

        var finding = Packs.finding(read, "CHECKSUM_WRONG");
        assertThat(finding.place().file()).isEqualTo("checksums.txt");
        assertThat(finding.place().line()).isEqualTo(2);
        assertThat(finding.message()).contains(hash("MD5", VNFD));
    }

    @Test
    void aListedFileThatIsMissingIsRefused() {
        ImportedPackage read = withSums("0".repeat(32) + "  images/disk.img\n");

        assertThat(Packs.errors(read)).containsExactly("FILE_MISSING");
        assertThat(Packs.finding(read, "FILE_MISSING").message()).contains("images/disk.img");
    }

    @Test
    void aLineThatIsNoChecksumIsAWarning() {
        ImportedPackage read = withSums("hello\n");

        assertThat(read.acceptable()).isTrue();
        assertThat(Packs.warnings(read)).contains("CHECKSUM_LINE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-224", "SHA-256", "SHA-384", "SHA-512", "SHA256", "sha-256"})
    void aManifestMayUseAnyUsualAlgorithm(String algorithm) {
        String canonical = algorithm.equals("SHA256") ? "SHA-256" : algorithm;
        String hash = hash(canonical, VNFD);

        assertThat(Packs.errors(withManifest(block("vnfd.yaml", algorithm, hash)))).isEmpty();
        assertThat(
                        Packs.errors(
                                withManifest(
                                        block("vnfd.yaml", algorithm, "00" + hash.substring(2)))))
                .containsExactly("CHECKSUM_WRONG");
    }

    @Test
    void anUnknownAlgorithmIsRefused() {
        ImportedPackage read = withManifest(block("vnfd.yaml", "CRC-32", "00"));

        assertThat(Packs.errors(read)).containsExactly("CHECKSUM_ALGORITHM");
    }

    @Test
    void aManifestThatListsAMissingFileIsRefusedOnceAtItsLine() {
        ImportedPackage read = withManifest(block("Files/disk.img", "SHA-256", "00"));

        assertThat(Packs.errors(read)).containsExactly("FILE_MISSING");
        assertThat(Packs.finding(read, "FILE_MISSING").place().line()).isEqualTo(4);
    }

    @Test
    void filesElsewhereAndTheSignatureAreNotLookedFor() {
        String manifest =
                block("https://images.invalid/disk.img", "SHA-256", "00")
                        + "-----BEGIN CMS-----\nSource: not-a-file\n-----END CMS-----\n";

        assertThat(Packs.errors(withManifest(manifest))).isEmpty();
    }

    @Test
    void aLargeFileIsReadAgainForARareAlgorithm() {
        String image = "i".repeat(6 << 20);
        var files = new LinkedHashMap<String, String>();
        files.put("vnfd.yaml", VNFD);
        files.put("disk.img", image);
        files.put("vnf.mf", "metadata:\n\n" + block("disk.img", "SHA-384", hash("SHA-384", image)));

        assertThat(Packs.errors(Packs.read("p.csar", Packs.zip(files)))).isEmpty();
    }

    private static ImportedPackage withSums(String sums) {
        return Packs.read(
                "p.tar.gz", Packs.tarGz(Map.of("p/vnfd.yaml", VNFD, "p/checksums.txt", sums)));
    }

    private static ImportedPackage withManifest(String blocks) {
        String manifest = "metadata:\n  vnf_product_name: x\n\n" + blocks;
        return Packs.read("p.csar", Packs.zip(Map.of("vnfd.yaml", VNFD, "vnf.mf", manifest)));
    }

    private static String block(String source, String algorithm, String hash) {
        return "Source: %s\nAlgorithm: %s\nHash: %s\n".formatted(source, algorithm, hash);
    }

    private static String hash(String algorithm, String text) {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            return HexFormat.of().formatHex(digest.digest(Packs.bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
