/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.descriptors.internal.Packs;
import io.telamon.model.descriptor.Finding;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** YAML and JSON made to hurt, or just wrong, get one precise error each. */
@Timeout(10)
class HostileTextTest {
    @Test
    void anAliasBombEndsEarly() {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, String.join(", ", nine(alias))));
        }

        Finding finding = only(text.toString());

        assertThat(finding.code()).isEqualTo("DOCUMENT_TOO_LARGE");
        assertThat(finding.place().line()).isGreaterThan(1);
    }

    @Test
    void aFewAliasesAreFine() {
        var findings = new Findings();
        String text = "a: &x {k: v}\nb: *x\nc:\n  <<: *x\n  l: w\n";
        var root = (MapNode) TextDocuments.read("f", Packs.bytes(text), findings).orElseThrow();

        assertThat(findings.report().findings()).isEmpty();
        assertThat(root.map("b").orElseThrow().text("k")).contains("v");
        assertThat(root.map("c").orElseThrow().text("k")).contains("v");
        assertThat(root.map("c").orElseThrow().text("l")).contains("w");
    }

    @Test
    void aValueThatHoldsItselfIsRefused() {
        assertThat(only("a: &x [1, *x]").code()).isEqualTo("ALIAS_UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: !evil x",
                "a: !!java/object:java.io.File x",
                "a: !!javax.script.ScriptEngineManager [x]",
                "!<tag:example.org,2026:x> {a: b}",
                "? !evil k\n: v"
            })
    void customTagsAreRefused(String text) {
        assertThat(only(text).code()).isEqualTo("TAG_CUSTOM");
    }

    @Test
    void theTagsOfYamlItselfAreFine() {
        var findings = new Findings();

        TextDocuments.read("f", Packs.bytes("a: !!str 1\nb: !!int '2'\n"), findings);

        assertThat(findings.refused()).isFalse();
    }

    @Test
    void aKeyWrittenTwiceIsRefusedWhereItIsRepeated() {
        Finding finding = only("vnfd:\n  id: a\n  name: b\n  id: c\n");

        assertThat(finding.code()).isEqualTo("KEY_DUPLICATE");
        assertThat(finding.place().line()).isEqualTo(4);
        assertThat(finding.place().column()).isEqualTo(3);
        assertThat(finding.message()).contains("'id'");
    }

    @Test
    void jsonMayRepeatAKeyWithTheSameValueOnly() {
        var findings = new Findings();
        TextDocuments.read("f", Packs.bytes("{\"a\": 1, \"a\": 1}"), findings);

        assertThat(findings.refused()).isFalse();
        assertThat(findings.report().findings())
                .extracting(Finding::code)
                .contains("KEY_DUPLICATE");
        assertThat(only("{\"a\": 1, \"a\": 2}").code()).isEqualTo("KEY_DUPLICATE");
        assertThat(only("{\"a\": [1], \"a\": [1]}").code()).isEqualTo("KEY_DUPLICATE");
    }

    @Test
    void depthWithoutEndIsRefused() {
        assertThat(only("[".repeat(5000)).code()).isEqualTo("DOCUMENT_TOO_DEEP");
        assertThat(only("{a: ".repeat(100_000)).code()).isEqualTo("DOCUMENT_TOO_DEEP");
        assertThat(only("- ".repeat(5000)).code()).isEqualTo("DOCUMENT_TOO_DEEP");
    }

    @Test
    void valuesWithoutEndAreRefused() {
        assertThat(only("- a\n".repeat(200_001)).code()).isEqualTo("DOCUMENT_TOO_LARGE");
    }

    @Test
    void aSecondDocumentIsRefused() {
        Finding finding = only("a: b\n---\nc: d\n");

        assertThat(finding.code()).isEqualTo("DOCUMENT_MULTIPLE");
        assertThat(finding.place().line()).isEqualTo(3);
    }

    @Test
    void aKeyThatIsNoTextIsRefused() {
        assertThat(only("? [a, b]\n: c\n").code()).isEqualTo("KEY_COMPLEX");
        assertThat(only("? " + "k".repeat(2000) + "\n: c\n").code()).isEqualTo("KEY_COMPLEX");
    }

    @Test
    void syntaxErrorsHaveLineAndColumn() {
        Finding finding = only("a: b\n c: [d\n");

        assertThat(finding.code()).isEqualTo("SYNTAX");
        assertThat(finding.place().line()).isEqualTo(2);
        assertThat(finding.place().column()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xc3, 0xff})
    void bytesThatAreNoTextAreRefused(int value) {
        var findings = new Findings();

        var read = TextDocuments.read("f", new byte[] {'a', (byte) value, 'b'}, findings);

        assertThat(read).isEmpty();
        assertThat(findings.report().findings())
                .extracting(Finding::code)
                .containsExactly("ENCODING");
    }

    @Test
    void controlCharactersAreRefused() {
        assertThat(only("a: \u0007b").code()).isEqualTo("SYNTAX");
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        var findings = new Findings();
        var read = TextDocuments.read("f", Packs.bytes("\uFEFFa: b"), findings);

        assertThat(((MapNode) read.orElseThrow()).text("a")).contains("b");
    }

    @Test
    void tabsIndentJsonButStayInItsStrings() {
        var findings = new Findings();
        String json = "{\n\t\"a\":\t\"x\\ty\",\n\t\"b\": \"q\\\"\\tz\"\n}";
        var root = (MapNode) TextDocuments.read("f", Packs.bytes(json), findings).orElseThrow();

        assertThat(root.text("a")).contains("x\ty");
        assertThat(root.text("b")).contains("q\"\tz");
    }

    private static List<String> nine(String item) {
        return Collections.nCopies(9, item);
    }

    private static Finding only(String text) {
        var findings = new Findings();
        var read = TextDocuments.read("f.yaml", Packs.bytes(text), findings);
        assertThat(read).isEmpty();
        assertThat(findings.report().findings()).hasSize(1);
        return findings.report().findings().get(0);
    }
}
