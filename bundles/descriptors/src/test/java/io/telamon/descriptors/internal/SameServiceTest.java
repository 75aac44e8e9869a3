/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.catalog.api.PackageSource;
import io.telamon.descriptors.internal.check.VnfdComposition;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.VnfDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One service, written in several languages, gives the same model. */
class SameServiceTest {
    /** OSM's own converter adds these to the names of the old form. */
    private static final UnaryOperator<String> OSM_SUFFIXES = t -> t.replaceFirst("-ext$", "");

    /** Open Baton knows a VNF by vendor, name and version, and members by the VNF's name. */
    private static final UnaryOperator<String> BATON_NAMES =
            t -> {
                String name = t.replaceFirst("^Telamon/(.*)/1.0$", "$1");
                name = name.replaceFirst("^edge-cache/", "");
                return name;
            };

    @TempDir static Path target;

    @BeforeAll
    static void packTheSamples() throws IOException, InterruptedException {
        Path script = SharedPackages.samples().resolve("pack");
        Process packing =
                new ProcessBuilder("python3", script.toString(), target.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(target.resolve("log").toFile())
                        .start();
        assertThat(packing.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(packing.exitValue()).as(Files.readString(target.resolve("log"))).isZero();
    }

    @Test
    void cirrosInBothFormsIsOneVnf() {
        VnfDescriptor old = field("cirros_vnfd_im.yaml").functions().get(0);
        VnfDescriptor standard = field("cirros_vnfd_sol006.yaml").functions().get(0);

        assertThat(Normal.vnf(standard, OSM_SUFFIXES)).isEqualTo(Normal.vnf(old, OSM_SUFFIXES));
        assertThat(standard.vdus().get(0).compute()).isEqualTo(old.vdus().get(0).compute());
        assertThat(standard.vdus().get(0).interfaces().get(0).address())
                .isEqualTo(old.vdus().get(0).interfaces().get(0).address());
        assertThat(standard.vdus().get(0).interfaces().get(0).traits())
                .isEqualTo(old.vdus().get(0).interfaces().get(0).traits());
        assertThat(standard.info()).isEqualTo(old.info());
    }

    @Test
    void cirrosInBothFormsIsOneService() {
        NsDescriptor old = field("cirros_nsd_im.yaml").services().get(0);
        NsDescriptor standard = field("cirros_nsd_sol006.yaml").services().get(0);

        assertThat(Normal.service(standard, OSM_SUFFIXES))
                .isEqualTo(Normal.service(old, OSM_SUFFIXES));
        assertThat(standard.virtualLinks()).isEqualTo(old.virtualLinks());
        assertThat(standard.info()).isEqualTo(old.info());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sol006/edge_web_vnf.tar.gz",
                "sol001/edge_web_vnf.csar",
                "openbaton/edge_web_vnf.tar",
                "tacker/edge_web_vnfd.yaml"
            })
    void theWebVnfIsTheSameInEveryLanguage(String path) {
        VnfDescriptor expected = vnf("osm-im/edge_web_vnf.tar.gz");

        assertThat(Normal.vnf(vnf(path), BATON_NAMES)).isEqualTo(Normal.vnf(expected, BATON_NAMES));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sol006/edge_store_vnf.tar.gz",
                "sol001/edge_store_vnf.csar",
                "openbaton/edge_store_vnf.tar",
                "tacker/edge_store_vnfd.yaml"
            })
    void theStoreVnfIsTheSameInEveryLanguage(String path) {
        VnfDescriptor expected = vnf("osm-im/edge_store_vnf.tar.gz");

        assertThat(Normal.vnf(vnf(path), BATON_NAMES)).isEqualTo(Normal.vnf(expected, BATON_NAMES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sol006/edge_cache_ns.tar.gz", "sol001/edge_cache_ns.csar"})
    void theServiceIsTheSameInEveryEtsiLanguage(String path) {
        NsDescriptor expected = sample("osm-im/edge_cache_ns.tar.gz").services().get(0);

        assertThat(Normal.service(sample(path).services().get(0), BATON_NAMES))
                .isEqualTo(Normal.service(expected, BATON_NAMES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"edge_cache_nsd.json", "edge_cache_by_reference_nsd.json"})
    void openBatonNamesMembersAfterTheirVnfs(String file) {
        NsDescriptor expected = sample("osm-im/edge_cache_ns.tar.gz").services().get(0);
        NsDescriptor baton = sample("openbaton/" + file).services().get(0);
        var normal = Normal.service(baton, BATON_NAMES);
        var other = Normal.service(expected, t -> t);

        assertThat(normal.vnfdOfMember().values())
                .containsExactlyInAnyOrderElementsOf(other.vnfdOfMember().values());
        assertThat(normal.joined().values())
                .containsExactlyInAnyOrderElementsOf(other.joined().values());
        assertThat(normal.networks()).isEqualTo(other.networks());
    }

    @Test
    void theChainIsTheSameInBothOsmForms() {
        var old = sample("osm-im/edge_cache_chain_ns.tar.gz").services().get(0);
        var standard = sample("sol006/edge_cache_chain_ns.tar.gz").services().get(0);

        assertThat(Normal.service(standard, t -> t)).isEqualTo(Normal.service(old, t -> t));
        assertThat(Normal.service(old, t -> t).chains()).hasSize(1);
    }

    @Test
    void tackersChainMatchesTheSamePackets() {
        var osm = sample("osm-im/edge_cache_chain_ns.tar.gz").services().get(0);
        var tacker = sample("tacker/edge_cache_vnffgd.yaml").services().get(0);
        var expected = osm.forwardingGraphs().get(0).paths().get(0).classifiers().get(0);
        var found = tacker.forwardingGraphs().get(0).paths().get(0).classifiers().get(0);

        assertThat(found.matches()).isEqualTo(expected.matches());
        assertThat(found.source().vimPortId()).contains("00000000-0000-0000-0000-000000000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"osm-im", "sol006", "sol001"})
    void serviceAndVnfsOfOneLanguageFitTogether(String language) {
        String end = language.equals("sol001") ? ".csar" : ".tar.gz";
        NsDescriptor service = sample(language + "/edge_cache_ns" + end).services().get(0);
        Map<String, VnfDescriptor> known =
                Map.of(
                        "edge-web",
                        vnf(language + "/edge_web_vnf" + end),
                        "edge-store",
                        vnf(language + "/edge_store_vnf" + end));

        var report = new VnfdComposition().check(service, id -> Optional.ofNullable(known.get(id)));

        assertThat(report.findings()).isEmpty();
    }

    @Test
    void everySampleIsReadWithoutAnyFinding() throws IOException {
        try (var files = Files.walk(target)) {
            List<Path> packages =
                    files.filter(Files::isRegularFile).filter(f -> !f.endsWith("log")).toList();
            assertThat(packages).hasSizeGreaterThan(15);
            for (Path file : packages) {
                ImportedPackage read = new PackageDescriptorReader().read(PackageSource.of(file));
                assertThat(read.report().findings()).as(file.toString()).isEmpty();
                assertThat(read.fields().unknown()).isZero();
            }
        }
    }

    private static ImportedPackage field(String name) {
        Path file = SharedPackages.folder().resolve("osm-sol006").resolve(name);
        return new PackageDescriptorReader().read(PackageSource.of(file));
    }

    private static ImportedPackage sample(String path) {
        return new PackageDescriptorReader().read(PackageSource.of(target.resolve(path)));
    }

    private static VnfDescriptor vnf(String path) {
        return sample(path).functions().get(0);
    }
}
