/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.FieldCounts;
import io.telamon.descriptors.internal.Packs;
import io.telamon.model.descriptor.Finding;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every leaf is read, left out for a committed reason, or reported. */
class FieldAuditTest {
    private final Findings findings = new Findings();

    @Test
    void leavesAreCountedByWhatWasDoneWithThem() {
        MapNode map = map("id: a\nlogo: b\nnew: c\nlist: []\n");
        map.text("id");
        map.maps("list");

        assertThat(audit(map)).isEqualTo(new FieldCounts(2, 1, 1));
    }

    @Test
    void anUnknownPartIsReportedOnceAtItsTop() {
        MapNode map = map("id: a\nbox:\n  x: 1\n  y: [2, 3]\n");
        map.text("id");

        assertThat(audit(map)).isEqualTo(new FieldCounts(1, 0, 3));
        assertThat(findings.report().findings()).hasSize(1);
        Finding finding = findings.report().findings().get(0);
        assertThat(finding.code()).isEqualTo("FIELD_UNKNOWN");
        assertThat(finding.place().path()).isEqualTo("box");
        assertThat(finding.place().line()).isEqualTo(2);
    }

    @Test
    void anUnknownPartBesideKnownOnesIsNamedExactly() {
        MapNode map = map("box:\n  - x: 1\n    z: 1\n  - x: 2\n");
        map.maps("box").forEach(m -> m.text("x"));

        audit(map);

        assertThat(findings.report().findings())
                .extracting(f -> f.place().path())
                .containsExactly("box[0].z");
    }

    @Test
    void aRuleCoversWhatIsBelow() {
        MapNode map =
                map("vnfd-catalog:\n  vnfd:\n  - id: a\n    k8s-cluster:\n      nets: [{id: n}]\n");
        map.map("vnfd-catalog").orElseThrow().maps("vnfd").get(0).text("id");

        assertThat(audit(map)).isEqualTo(new FieldCounts(1, 1, 0));
    }

    @Test
    void prefixesDoNotHideAFieldFromTheRules() {
        MapNode map = map("vnfd:logo: x\n");

        assertThat(audit(map)).isEqualTo(new FieldCounts(0, 1, 0));
    }

    @Test
    void everyRuleHasALanguageAndAReason() {
        var languages = Set.of("OSM_IM", "SOL006", "SOL001", "OPEN_BATON", "TACKER");

        assertThat(IgnoreRules.all()).hasSizeGreaterThan(80);
        assertThat(IgnoreRules.all()).allMatch(r -> languages.contains(r.language()));
        assertThat(IgnoreRules.all()).allMatch(r -> r.reason().split(" ").length >= 3);
        assertThat(IgnoreRules.all()).doesNotHaveDuplicates();
    }

    private FieldCounts audit(MapNode map) {
        var audit = new FieldAudit(IgnoreRules.of("OSM_IM"));
        audit.count(map);
        return audit.counts();
    }

    private MapNode map(String text) {
        return (MapNode) TextDocuments.read("f", Packs.bytes(text), findings).orElseThrow();
    }
}
