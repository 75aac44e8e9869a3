/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NsDescriptorTest {
    private static final VnfMember FRONT =
            new VnfMember(
                    "1",
                    "web",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(LinkConnection.of("eth0", "lan")));

    @Test
    void findsMembersAndLinksById() {
        var nsd =
                NsDescriptor.builder(DescriptorInfo.of("service", "1.0"))
                        .members(List.of(FRONT))
                        .virtualLinks(List.of(VirtualLink.lan("lan")))
                        .build();

        assertThat(nsd.id()).isEqualTo("service");
        assertThat(nsd.member("1")).contains(FRONT);
        assertThat(nsd.member("2")).isEmpty();
        assertThat(nsd.virtualLink("lan")).isPresent();
        assertThat(FRONT.connection("eth0")).contains(LinkConnection.of("eth0", "lan"));
        assertThat(FRONT.connection("eth1")).isEmpty();
    }

    @Test
    void blankNamesBecomeIds() {
        var info = new DescriptorInfo("id", "", "", "", "", "");
        var link =
                new VirtualLink(
                        "lan",
                        " ",
                        LinkKind.ELAN,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        assertThat(info.name()).isEqualTo("id");
        assertThat(info.invariantId()).isEqualTo("id");
        assertThat(link.name()).isEqualTo("lan");
    }

    @Test
    void oneErrorMakesAReportUnacceptable() {
        var place = FindingPlace.ofFile("a.yaml");
        var warning = new Finding(Severity.WARNING, "FIELD_UNKNOWN", place, "what", "");
        var error = new Finding(Severity.ERROR, "REFERENCE_DANGLING", place, "what", "");

        assertThat(new ValidationReport(List.of(warning)).acceptable()).isTrue();
        assertThat(new ValidationReport(List.of(warning, error)).acceptable()).isFalse();
        assertThat(new ValidationReport(List.of(warning, error)).of(Severity.ERROR))
                .containsExactly(error);
    }
}
