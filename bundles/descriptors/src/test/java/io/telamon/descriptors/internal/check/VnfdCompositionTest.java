/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.descriptor.ConnectionPoint;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.ForwardingGraph;
import io.telamon.model.descriptor.ForwardingPath;
import io.telamon.model.descriptor.LinkConnection;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.PathHop;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfMember;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A service is held against the VNFs it names. */
class VnfdCompositionTest {
    private static final VnfDescriptor WEB =
            VnfDescriptor.builder(DescriptorInfo.of("web", "1.0"))
                    .connectionPoints(List.of(ConnectionPoint.ofVdu("eth0", "vm", "eth0")))
                    .build();

    @Test
    void aServiceThatFitsHasNoFinding() {
        assertThat(check(member("web", "eth0", null, null))).isEmpty();
    }

    @Test
    void aVnfdThatIsNotThereIsNamed() {
        var findings = check(member("cache", "eth0", null, null));

        assertThat(findings).extracting(Finding::code).containsExactly("VNFD_MISSING");
        assertThat(findings.get(0).message()).contains("cache").contains("member 1");
        assertThat(findings.get(0).hint()).contains("On-board");
    }

    @Test
    void aConnectionPointTheVnfLacksIsNamed() {
        var findings = check(member("web", "eth7", null, null));

        assertThat(findings).extracting(Finding::code).containsExactly("REFERENCE_DANGLING");
        assertThat(findings.get(0).message()).contains("eth7");
        assertThat(findings.get(0).place().path()).isEqualTo("member[1]");
    }

    @Test
    void aFlavourOrLevelTheVnfLacksIsNamed() {
        assertThat(check(member("web", "eth0", "huge", null))).hasSize(1);
        assertThat(check(member("web", "eth0", "default", "huge"))).hasSize(1);
        assertThat(check(member("web", "eth0", "default", null))).isEmpty();
    }

    @Test
    void aLinkJoinedByItsNameNeedsNoPoint() {
        var byName = LinkConnection.of("lan", "lan");
        var member = new VnfMember("1", "web", Optional.empty(), Optional.empty(), List.of(byName));

        assertThat(check(member)).isEmpty();
    }

    @Test
    void aHopThroughAPointTheVnfLacksIsNamed() {
        var hop = new PathHop(0, "1", "eth0", "eth9");
        var path = new ForwardingPath("p", "p", List.of(hop), List.of(), false, Optional.empty());
        var service =
                NsDescriptor.builder(DescriptorInfo.of("ns", "1"))
                        .members(List.of(member("web", "eth0", null, null)))
                        .forwardingGraphs(
                                List.of(new ForwardingGraph("g", "g", List.of(path), List.of("1"))))
                        .build();

        var report = new VnfdComposition().check(service, id -> Optional.of(WEB));

        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).message()).contains("eth9");
    }

    private static VnfMember member(String vnfd, String point, String flavour, String level) {
        return new VnfMember(
                "1",
                vnfd,
                Optional.ofNullable(flavour),
                Optional.ofNullable(level),
                List.of(LinkConnection.of(point, "lan")));
    }

    private static List<Finding> check(VnfMember member) {
        var service =
                NsDescriptor.builder(DescriptorInfo.of("ns", "1"))
                        .members(List.of(member))
                        .virtualLinks(List.of(VirtualLink.lan("lan")))
                        .build();
        return new VnfdComposition()
                .check(service, id -> Optional.of(WEB).filter(w -> w.id().equals(id)))
                .findings();
    }
}
