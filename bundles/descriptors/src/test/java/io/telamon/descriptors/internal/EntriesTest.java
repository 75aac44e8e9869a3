/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.DescriptorLanguage;
import io.telamon.catalog.api.ImportedPackage;
import io.telamon.catalog.api.PackageSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one descriptor of a package is found, whatever lies around it. */
class EntriesTest {
    private static final String VNFD = "vnfd: {id: small, vdu: [{id: a}]}\n";

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "vnfd: {id: a}; SOL006",
                "nsd: {nsd: [{id: a}]}; SOL006",
                "vnfd:vnfd-catalog: {vnfd: [{id: a}]}; OSM_IM",
                "nsd-catalog: {nsd: [{id: a}]}; OSM_IM",
                "{\"name\": \"n\", \"vendor\": \"v\", \"vnfd\": []}; OPEN_BATON",
                "{\"name\": \"n\", \"endpoint\": \"e\", \"vdu\": []}; OPEN_BATON",
                "{tosca_definitions_version: x, topology_template: {}}; SOL001",
                "{tosca_definitions_version: x, topology_template: {node_templates: {v:"
                        + " {type: tosca.nodes.nfv.VDU.Tacker}}}}; TACKER"
            })
    void languagesAreToldApartByTheirContent(String text, DescriptorLanguage language) {
        assertThat(Packs.text(text).language()).contains(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "hello",
                "[1, 2]",
                "{a: b}",
                "{vnfd: {id: a}, more: x}",
                "{tosca_definitions_version: x, node_types: {}}",
                "{name: x, vdu: []}"
            })
    void anythingElseIsNoDescriptor(String text) {
        ImportedPackage read = Packs.text(text);

        assertThat(Packs.errors(read)).containsExactly("DESCRIPTOR_MISSING");
        assertThat(read.language()).isEmpty();
        assertThat(read.kind()).isEmpty();
        assertThat(read.fields().total()).isZero();
    }

    @Test
    void otherTextsBesideTheDescriptorDoNotDisturb() {
        var files = new LinkedHashMap<String, String>();
        files.put("top/vnfd.yaml", VNFD);
        files.put("top/values.yaml", "replicas: [1\n");
        files.put("top/notes.json", "{\"a\": 1}");
        files.put("top/README", "text");
        files.put("top/helm/Chart.yaml", VNFD);

        ImportedPackage read = Packs.read("p.tar.gz", Packs.tarGz(files));

        assertThat(read.report().findings()).isEmpty();
        assertThat(read.artifacts())
                .extracting(a -> a.path())
                .containsExactly(
                        "README", "helm/Chart.yaml", "notes.json", "values.yaml", "vnfd.yaml");
    }

    @Test
    void twoDescriptorsAreOneTooMany() {
        var files = Map.of("p/one.yaml", VNFD, "p/two.yaml", VNFD);

        assertThat(Packs.errors(Packs.read("p", Packs.tarGz(files))))
                .containsExactly("DESCRIPTOR_AMBIGUOUS");
    }

    @Test
    void aDescriptorThatCannotBeParsedIsReportedWithItsPlace() {
        ImportedPackage read =
                Packs.read("p", Packs.tarGz(Map.of("p/vnfd.yaml", "vnfd:\n  id: [a\n  b: c\n")));

        assertThat(Packs.errors(read)).containsExactly("SYNTAX");
        assertThat(read.report().findings().get(0).place().file()).isEqualTo("vnfd.yaml");
        assertThat(read.report().findings().get(0).place().line()).isEqualTo(3);
    }

    @Test
    void artifactsCarryTheirChecksums() {
        ImportedPackage read = Packs.read("p", Packs.zip(Map.of("vnfd.yaml", VNFD, "a/b", "abc")));

        assertThat(read.artifacts().get(0).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(read.artifacts().get(0).size()).isEqualTo(3);
    }

    @Test
    void aFileThatIsNotThereIsReported() {
        var source = PackageSource.of(Path.of("/nowhere/at/all.zip"));

        ImportedPackage read = new PackageDescriptorReader().read(source);

        assertThat(Packs.errors(read)).containsExactly("ARCHIVE_BROKEN");
        assertThat(read.report().findings().get(0).message()).contains("cannot be opened");
    }
}
