/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.descriptors.internal.Packs;
import io.telamon.model.descriptor.Finding;
import org.junit.jupiter.api.Test;

/** Defaults of inputs stand where they are asked for. */
class InputsTest {
    private final Findings findings = new Findings();

    @Test
    void defaultsReplaceTheirCallsEverywhere() {
        MapNode map =
                map(
                        """
                        topology_template:
                          inputs:
                            cpus: {type: integer, default: 4}
                            names: {type: list, default: [a, b]}
                          node_templates:
                            vdu: {cpus: {get_input: cpus}, list: [{get_input: cpus}], names: {get_input: names}}
                        """);

        Inputs.resolve(map);

        MapNode vdu =
                map.map("topology_template")
                        .flatMap(t -> t.map("node_templates"))
                        .flatMap(n -> n.map("vdu"))
                        .orElseThrow();
        assertThat(vdu.integer("cpus")).contains(4);
        assertThat(vdu.texts("names")).containsExactly("a", "b");
        assertThat(findings.refused()).isFalse();
    }

    @Test
    void anInputWithoutDefaultIsNothingAndAWarning() {
        MapNode map = map("inputs: {x: {type: string}}\nvalue: {get_input: x}\n");

        Inputs.resolve(map);

        assertThat(map.text("value")).isEmpty();
        assertThat(findings.report().findings())
                .extracting(Finding::code)
                .containsExactly("INPUT_OPEN");
        assertThat(findings.report().findings().get(0).place().path()).isEqualTo("value");
    }

    @Test
    void mapsWithMoreKeysAreNoCalls() {
        MapNode map = map("value: {get_input: x, other: y}\n");

        Inputs.resolve(map);

        assertThat(map.map("value").orElseThrow().text("other")).contains("y");
    }

    private MapNode map(String text) {
        return (MapNode) TextDocuments.read("f", Packs.bytes(text), findings).orElseThrow();
    }
}
