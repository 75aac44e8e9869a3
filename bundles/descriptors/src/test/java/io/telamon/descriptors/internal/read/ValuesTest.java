/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.descriptors.internal.Packs;
import io.telamon.descriptors.internal.tree.Findings;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.TextDocuments;
import io.telamon.model.descriptor.Comparison;
import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.InstanceRange;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.IpVersion;
import io.telamon.model.descriptor.LinkKind;
import io.telamon.model.descriptor.PlacementRule;
import io.telamon.model.descriptor.PlacementScope;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that make no sense are reported and replaced by ones that do. */
class ValuesTest {
    private final Findings findings = new Findings();
    private final MapNode node = map("a: 1\nb: {c: 2, d: [3, {e: 4}], f: }\n");

    @Test
    void aPossibleRangeIsKept() {
        assertThat(Values.range(node, 1, 2, 3)).isEqualTo(new InstanceRange(1, 2, 3));
        assertThat(findings.refused()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 3", "1, 4, 3", "-1, 0, 1", "0, 1, 10001"})
    void anImpossibleRangeIsReported(int min, int initial, int max) {
        InstanceRange replaced = Values.range(node, min, initial, max);

        assertThat(replaced.initial()).isEqualTo(initial);
        assertThat(codes()).isEqualTo("RANGE_IMPOSSIBLE");
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "5, 4", "1, 65536"})
    void portsThatDoNotExistAreReported(int from, int to) {
        assertThat(Values.ports(node, from, to)).isEmpty();
        assertThat(codes()).isEqualTo("VALUE_RANGE");
    }

    @Test
    void mapsAreWrittenFlat() {
        assertThat(Values.flat(node))
                .isEqualTo(Map.of("a", "1", "b.c", "2", "b.d[0]", "3", "b.d[1].e", "4"));
    }

    @Test
    void aDescriptorWithoutIdStillHasOne() {
        assertThat(Values.info("", "", "", "").id()).isEqualTo("unnamed");
    }

    @Test
    void wordsAreReadInTheSpellingsOfTheField() {
        assertThat(Words.interfaceType("OM-MGMT")).contains(InterfaceType.OM_MGMT);
        assertThat(Words.interfaceType("PCI-PASSTHROUGH")).contains(InterfaceType.PCI_PASSTHROUGH);
        assertThat(Words.interfaceType("SR-IOV")).contains(InterfaceType.SR_IOV);
        assertThat(Words.interfaceType("paravirt")).contains(InterfaceType.VIRTIO);
        assertThat(Words.interfaceType("token ring")).isEmpty();
        assertThat(Words.linkKind("E-LAN")).contains(LinkKind.ELAN);
        assertThat(Words.linkKind("etsi-nfv:line")).contains(LinkKind.ELINE);
        assertThat(Words.ipVersion("ipv6")).contains(IpVersion.IPV6);
        assertThat(Words.comparison("GE")).contains(Comparison.GE);
        assertThat(Words.comparison("<")).contains(Comparison.LT);
        assertThat(Words.scope("nfvi-pop")).contains(PlacementScope.SITE);
        assertThat(Words.rule("anti-affinity")).contains(PlacementRule.ANTI_AFFINITY);
        assertThat(Words.rule("COLOCATION")).contains(PlacementRule.AFFINITY);
    }

    private String codes() {
        return String.join(",", findings.report().findings().stream().map(Finding::code).toList());
    }

    private MapNode map(String text) {
        return (MapNode) TextDocuments.read("f", Packs.bytes(text), findings).orElseThrow();
    }
}
