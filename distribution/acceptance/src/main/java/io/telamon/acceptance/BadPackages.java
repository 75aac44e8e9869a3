/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.acceptance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Packages that hurt, lie or make no sense. */
final class BadPackages {
    private static final int CROWD = 100_000;

    /** A small good VNF in SOL006; every case spoils one thing of it. */
    static final String VNFD =
            """
            vnfd:
              id: small
              product-name: small
              provider: Telamon
              version: '1.0'
              mgmt-cp: outside
              virtual-compute-desc:
              - {id: one, virtual-cpu: {num-virtual-cpu: 1}, virtual-memory: {size: 1}}
              virtual-storage-desc:
              - {id: disk, size-of-storage: 2}
              sw-image-desc:
              - {id: cirros, name: cirros, image: cirros}
              int-virtual-link-desc:
              - id: inside
              - id: deep
              vdu:
              - id: front
                sw-image-desc: cirros
                virtual-compute-desc: one
                virtual-storage-desc: [disk]
                int-cpd:
                - id: front-out
                - id: front-in
                  int-virtual-link-desc: inside
              - id: back
                sw-image-desc: cirros
                virtual-compute-desc: one
                int-cpd:
                - id: back-in
                  int-virtual-link-desc: inside
                - id: back-deep
                  int-virtual-link-desc: deep
              ext-cpd:
              - id: outside
                int-cpd: {vdu-id: front, cpd: front-out}
              df:
              - id: default
                vdu-profile:
                - {id: front, min-number-of-instances: 1}
                - {id: back, min-number-of-instances: 2, max-number-of-instances: 4}
                virtual-link-profile:
                - id: inside
                  virtual-link-protocol-data: {l3-protocol-data: {cidr: 10.1.0.0/24}}
                - id: deep
                  virtual-link-protocol-data: {l3-protocol-data: {cidr: 10.2.0.0/24}}
            """;

    private static final String CYCLE =
            """
            nsd:nsd-catalog:
              nsd:
              - id: round
                name: round
                constituent-vnfd:
                - {member-vnf-index: 1, vnfd-id-ref: small}
                - {member-vnf-index: 2, vnfd-id-ref: other}
                vnf-dependency:
                - {vnf-source-ref: small, vnf-depends-on-ref: other}
                - {vnf-source-ref: other, vnf-depends-on-ref: small}
            """;

    private final Rest rest;
    private final Archives archives;
    private final List<BadCase> cases = new ArrayList<>();

    BadPackages(Rest rest, Archives archives) {
        this.rest = rest;
        this.archives = archives;
    }

    /** All cases. */
    List<BadCase> all() {
        archives();
        content();
        texts();
        descriptors();
        return cases;
    }

    private void archives() {
        Map<String, byte[]> slip = files("vnfd.yaml", VNFD, "../../evil.sh", "evil");
        refused(
                "zip slip in a zip",
                "ENTRY_OUTSIDE",
                archives.zip("slip.zip", slip),
                "../../evil.sh");
        refused(
                "zip slip in a tar.gz",
                "ENTRY_OUTSIDE",
                archives.tarGz("slip.tar.gz", slip),
                "../../evil.sh");
        refused(
                "absolute path",
                "ENTRY_ABSOLUTE",
                archives.zip("root.zip", files("vnfd.yaml", VNFD, "/etc/cron.d/evil", "x")),
                "/etc/cron.d/evil");
        refused(
                "symbolic link",
                "ENTRY_LINK",
                archives.withLink("link.tar.gz", VNFD, "/etc/passwd"),
                "p/cloud_init/init");
        refused("10 GB bomb", "ARCHIVE_BOMB", archives.bomb("bomb.tar.gz"));
        refused(
                "100,000 entries",
                "ARCHIVE_TOO_MANY_ENTRIES",
                archives.crowd("crowd.tar.gz", CROWD),
                "10000");
        refused(
                "truncated archive",
                "ARCHIVE_TRUNCATED",
                archives.cut(
                        "cut.tar.gz", archives.tarGz("whole.tar.gz", files("p/vnfd.yaml", VNFD))));
        refused(
                "truncated zip",
                "ARCHIVE_TRUNCATED",
                archives.cut("cut.zip", archives.zip("whole.zip", files("vnfd.yaml", VNFD))));
    }

    private void content() {
        refused(
                "wrong checksum in the package",
                "CHECKSUM_WRONG",
                archives.tarGz(
                        "sum.tar.gz",
                        files(
                                "p/vnfd.yaml",
                                VNFD,
                                "p/checksums.txt",
                                "0123456789abcdef0123456789abcdef\tvnfd.yaml\n")),
                "vnfd.yaml");
        Path good = archives.text("announced.yaml", VNFD);
        String zeros = "0".repeat(64);
        cases.add(
                BadCase.of(
                        "wrong checksum of the upload",
                        400,
                        "INVALID_ARGUMENT",
                        () ->
                                rest.attemptUpload(
                                        "/api/v1/packages",
                                        good,
                                        Map.of("X-Checksum-SHA256", zeros)),
                        "SHA-256",
                        zeros));
        refused(
                "missing artifact",
                "FILE_MISSING",
                archives.text(
                        "artifact.yaml",
                        VNFD.replace(
                                "- id: front\n", "- id: front\n    cloud-init-file: init.sh\n")),
                "init.sh",
                "vnfd.vdu[0].cloud-init-file");
        refused(
                "empty archive",
                "DESCRIPTOR_MISSING",
                archives.zip("none.zip", files("readme", "x")));
        cases.add(
                BadCase.of(
                        "empty upload",
                        400,
                        "INVALID_ARGUMENT",
                        () ->
                                rest.attemptUpload(
                                        "/api/v1/packages",
                                        archives.text("nothing.yaml", ""),
                                        Map.of()),
                        "empty"));
    }

    private void texts() {
        Path xml =
                archives.text(
                        "vnfd.xml",
                        "<?xml version=\"1.0\"?><!DOCTYPE v [<!ENTITY x SYSTEM"
                                + " \"file:///etc/passwd\">]><vnfd><id>&x;</id></vnfd>");
        refused("XXE", "", xml);
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, (alias + ", ").repeat(8) + alias));
        }
        refused(
                "YAML alias bomb",
                "DOCUMENT_TOO_LARGE",
                archives.text("alias.yaml", bomb.toString()));
        refused(
                "YAML custom tag",
                "TAG_CUSTOM",
                archives.text("tag.yaml", "vnfd: !!javax.script.ScriptEngineManager [x]\n"),
                "\"line\":1");
        refused(
                "YAML duplicate key",
                "KEY_DUPLICATE",
                archives.text(
                        "twice.yaml", VNFD.replace("  provider:", "  id: again\n  provider:")),
                "\"line\":4");
        refused("endless depth", "DOCUMENT_TOO_DEEP", archives.text("deep.yaml", "[".repeat(5000)));
    }

    private void descriptors() {
        spoiled(
                "dangling reference",
                "REFERENCE_DANGLING",
                "cpd: front-out}",
                "cpd: gone}",
                "gone");
        spoiled(
                "two VDUs of one name",
                "ID_DUPLICATE",
                "- id: back\n",
                "- id: front\n",
                "vnfd.vdu[1]");
        spoiled(
                "impossible scale range",
                "RANGE_IMPOSSIBLE",
                "max-number-of-instances: 4",
                "max-number-of-instances: 1",
                "vnfd.df[0].vdu-profile[1]");
        spoiled("CIDR overlap", "CIDR_OVERLAP", "10.2.0.0/24", "10.1.0.128/25", "inside and deep");
        refused("cyclic VNF dependencies", "DEPENDENCY_CYCLE", archives.text("cycle.yaml", CYCLE));
        cases.add(
                BadCase.of(
                        "NSD before its VNFDs",
                        409,
                        "MISSING_DEPENDENCY",
                        () ->
                                upload(
                                        archives.text(
                                                "early.yaml",
                                                CYCLE.substring(0, CYCLE.indexOf("    vnf-dep")))),
                        "VNF other",
                        "VNF small"));
        cases.add(
                BadCase.of(
                        "unknown field (a warning)",
                        201,
                        "FIELD_UNKNOWN",
                        this::unknownField,
                        "vnfd.mgmt-pc",
                        "WARNING"));
    }

    /** Taken, with a warning; deleted at once so that nothing has changed. */
    private Reply unknownField() {
        Reply taken =
                upload(
                        archives.text(
                                "unknown.yaml",
                                VNFD.replace("  mgmt-cp:", "  mgmt-pc: outside\n  mgmt-cp:")));
        taken.body()
                .path("packages")
                .forEach(one -> rest.delete("/api/v1/packages/" + one.path("id").asText()));
        return taken;
    }

    private void spoiled(String name, String code, String good, String bad, String... words) {
        Path file = archives.text(code + ".yaml", VNFD.replaceFirst(Pattern.quote(good), bad));
        refused(name, code, file, words);
    }

    private void refused(String name, String code, Path file, String... words) {
        cases.add(BadCase.of(name, 422, code, () -> upload(file), words));
    }

    private Reply upload(Path file) {
        return rest.attemptUpload("/api/v1/packages", file, Map.of());
    }

    private static Map<String, byte[]> files(String... namesAndTexts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }
}
