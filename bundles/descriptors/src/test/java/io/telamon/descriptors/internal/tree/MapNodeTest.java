/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.descriptors.internal.Packs;
import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.FindingPlace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values are read as the asker wants them; what does not fit is reported where it stands. */
class MapNodeTest {
    private final Findings findings = new Findings();

    @ParameterizedTest
    @CsvSource({"1", "'\"1\"'", "+1", "' 1'"})
    void numbersMayBeQuoted(String written) {
        assertThat(map("n: " + written).integer("n")).contains(1);
        assertThat(findings.refused()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true,true", "'\"True\"',true", "yes,true", "off,false"})
    void booleansAreWrittenInManyWays(String written, boolean value) {
        assertThat(map("b: " + written).flag("b")).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"n: ten", "n: 1.5", "n: [1]", "n: {a: 1}", "n: 0x10", "n: ''"})
    void whatIsNoNumberIsReportedAndAbsent(String text) {
        assertThat(map(text).integer("n")).isEmpty();
        assertThat(codes()).containsExactly("FIELD_TYPE");
    }

    @ParameterizedTest
    @CsvSource({"n: -1", "n: 2147483648", "n: 99999999999"})
    void numbersOutOfRangeAreReported(String text) {
        assertThat(map(text).count("n")).isEmpty();
        assertThat(codes()).containsExactly("VALUE_RANGE");
    }

    @Test
    void nothingWrittenIsAbsentWithoutComplaint() {
        MapNode map = map("a:\nb: null\nc: ~\nd: ''\n");

        assertThat(map.text("a")).isEmpty();
        assertThat(map.text("b")).isEmpty();
        assertThat(map.text("c")).isEmpty();
        assertThat(map.text("d")).contains("");
        assertThat(map.map("a")).isEmpty();
        assertThat(map.maps("a")).isEmpty();
        assertThat(findings.refused()).isFalse();
    }

    @Test
    void aMissingFieldIsReportedAtTheMapAroundIt() {
        MapNode inner = map("vdu:\n  - name: a\n").maps("vdu").get(0);

        assertThat(inner.required("id")).isEmpty();

        FindingPlace place = findings.report().findings().get(0).place();
        assertThat(place.path()).isEqualTo("vdu[0]");
        assertThat(place.line()).isEqualTo(2);
    }

    @Test
    void aSingleValueCountsAsAListOfOne() {
        MapNode map = map("a: x\nb: {k: v}\nc: [y, z]\n");

        assertThat(map.texts("a")).containsExactly("x");
        assertThat(map.maps("b")).hasSize(1);
        assertThat(map.texts("c")).containsExactly("y", "z");
    }

    @Test
    void yangPrefixesMayBeLeftOut() {
        MapNode map = map("nsd:vld: [{vld:id: a}]\n");

        assertThat(map.maps("vld").get(0).text("id")).contains("a");
        assertThat(map.has("nsd:vld")).isTrue();
    }

    @Test
    void listsOfTheWrongThingAreReported() {
        assertThat(map("a: [x, {k: v}]").maps("a")).hasSize(1);
        assertThat(map("a: [{k: v}]").texts("a")).isEmpty();
        assertThat(codes()).containsExactly("FIELD_TYPE", "FIELD_TYPE");
    }

    @Test
    void wordsThatAreNoChoiceAreReported() {
        MapNode map = map("k: maybe\nl: yes\n");

        assertThat(map.choice("k", t -> Optional.<String>empty())).isEmpty();
        assertThat(map.choice("l", Optional::of)).contains("yes");
        assertThat(codes()).containsExactly("VALUE_UNKNOWN");
    }

    @Test
    void decimalsAreRead() {
        MapNode map = map("a: '15.0000000000'\nb: 0.25\nc: 1e3\nd: many\n");

        assertThat(map.decimal("a")).contains(15.0);
        assertThat(map.decimal("b")).contains(0.25);
        assertThat(map.decimal("c")).contains(1000.0);
        assertThat(map.decimal("d")).isEmpty();
        assertThat(codes()).containsExactly("FIELD_TYPE");
    }

    @Test
    void foreignTextInMessagesIsCutAndCleaned() {
        map("n: \"" + "x".repeat(500) + "\\a\"").integer("n");

        String message = findings.report().findings().get(0).message();
        assertThat(message).hasSizeLessThan(150).doesNotContain("\u0007");
    }

    @Test
    void complaintsWithoutEndAreCut() {
        for (int i = 0; i < 10_000; i++) {
            findings.warning("W", FindingPlace.ofFile("f"), "w", "");
        }
        for (int i = 0; i < 10_000; i++) {
            findings.error("E", FindingPlace.ofFile("f"), "e", "");
        }

        assertThat(findings.report().findings()).hasSizeLessThan(600);
        assertThat(findings.report().acceptable()).isFalse();
        assertThat(codes()).contains("REPORT_CUT");
    }

    private List<String> codes() {
        return findings.report().findings().stream().map(Finding::code).toList();
    }

    private MapNode map(String text) {
        return (MapNode) TextDocuments.read("f", Packs.bytes(text), findings).orElseThrow();
    }
}
