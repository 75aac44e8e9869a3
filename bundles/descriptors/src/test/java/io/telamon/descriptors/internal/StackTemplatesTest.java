/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.model.descriptor.StackTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The template that makes a VNF as a whole is found with its parts and parameters. */
class StackTemplatesTest {
    private static final String TEMPLATE =
            """
            heat_template_version: 2018-08-31
            parameters:
              image: {type: string}
              size: {type: number, default: 2}
            resources:
              web: {type: parts/web.yaml, properties: {image: {get_param: image}}}
            """;

    private static ImportedPackage read(Map<String, String> more) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("box_vnfd.yaml", "vnfd: {id: box, df: [{id: small}]}");
        files.putAll(more);
        return Packs.read("box.zip", Packs.zip(files));
    }

    private static StackTemplate stack(ImportedPackage read) {
        assertThat(Packs.errors(read)).isEmpty();
        return read.functions().get(0).stack().orElseThrow();
    }

    @Test
    void aTemplateInTheFolderHotMakesTheVnf() {
        StackTemplate stack =
                stack(
                        read(
                                Map.of(
                                        "hot/box.yaml", TEMPLATE,
                                        "hot/parts/web.yaml", TEMPLATE,
                                        "hot/notes.yaml", "just: notes")));

        assertThat(stack.path()).isEqualTo("hot/box.yaml");
        assertThat(stack.parameters()).isEqualTo(Map.of("image", true, "size", false));
        assertThat(stack.files()).containsEntry("hot/parts/web.yaml", (long) TEMPLATE.length());
    }

    @Test
    void theSampleIsMadeByItsTemplate() {
        Map<String, String> files =
                Packs.folder(SharedPackages.samples().resolve("heat/edge_gate_vnf"));

        StackTemplate stack = stack(Packs.read("edge_gate_vnf.zip", Packs.zip(files)));

        assertThat(stack.parameters())
                .isEqualTo(Map.of("service_network", true, "image", false, "flavor", false));
    }

    @Test
    void tackersFolderOfTheFlavourComesFirst() {
        Map<String, String> files =
                Map.of("BaseHOT/small/box_hot.yaml", TEMPLATE, "hot/box.yaml", TEMPLATE);

        assertThat(stack(read(files)).path()).isEqualTo("BaseHOT/small/box_hot.yaml");
    }

    @Test
    void twoTemplatesAndOneOfNothingAreErrors() {
        String bare = "heat_template_version: 2018-08-31\n";

        assertThat(Packs.errors(read(Map.of("hot/a.yaml", TEMPLATE, "hot/b.yaml", TEMPLATE))))
                .containsExactly("STACK_AMBIGUOUS");
        assertThat(Packs.errors(read(Map.of("hot/a.yaml", bare)))).containsExactly("FIELD_MISSING");
    }

    @Test
    void withoutATemplateAVnfNeedsMachines() {
        assertThat(Packs.errors(read(Map.of("hot/a.yaml", "a: b")))).containsExactly("VNF_EMPTY");
    }
}
