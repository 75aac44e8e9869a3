/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.descriptors.internal.Packs;
import io.telamon.model.descriptor.Finding;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that is wrong in one place gets one error, at that place. */
class NsChecksTest {
    private static final String GOOD =
            """
            nsd:nsd-catalog:
              nsd:
              - id: trio
                name: trio
                version: '1.0'
                constituent-vnfd:
                - {member-vnf-index: 1, vnfd-id-ref: cpe}
                - {member-vnf-index: 2, vnfd-id-ref: wall}
                - {member-vnf-index: 3, vnfd-id-ref: wall}
                ip-profiles:
                - name: plan
                  ip-profile-params:
                    ip-version: ipv4
                    subnet-address: 10.5.0.0/24
                    gateway-address: 10.5.0.1
                    dns-server: [{address: 9.9.9.9}]
                    dhcp-params: {enabled: true, start-address: 10.5.0.10, count: 50}
                - name: other
                  ip-profile-params:
                    subnet-address: 10.6.0.0/24
                vld:
                - id: lan
                  type: ELAN
                  ip-profile-ref: plan
                  vnfd-connection-point-ref:
                  - {member-vnf-index-ref: 1, vnfd-id-ref: cpe, vnfd-connection-point-ref: eth0}
                  - {member-vnf-index-ref: 2, vnfd-id-ref: wall, vnfd-connection-point-ref: eth0}
                  - member-vnf-index-ref: 3
                    vnfd-id-ref: wall
                    vnfd-connection-point-ref: eth0
                    ip-address: 10.5.0.77
                - id: wan
                  type: ELINE
                  mgmt-network: 'true'
                  vim-network-name: public
                  ip-profile-ref: other
                  provider-network: {physical-network: physnet1, overlay-type: VLAN, segmentation_id: 77}
                vnf-dependency:
                - {vnf-source-ref: cpe, vnf-depends-on-ref: wall}
                placement-groups:
                - name: together
                  strategy: COLOCATION
                  member-vnfd:
                  - {member-vnf-index-ref: 2, vnfd-id-ref: wall}
                vnffgd:
                - id: chain
                  rsp:
                  - id: out
                    vnfd-connection-point-ref:
                    - member-vnf-index-ref: 2
                      order: 0
                      vnfd-id-ref: wall
                      vnfd-ingress-connection-point-ref: eth0
                      vnfd-egress-connection-point-ref: eth0
                    - member-vnf-index-ref: 3
                      order: 0
                      vnfd-id-ref: wall
                      vnfd-ingress-connection-point-ref: eth0
                      vnfd-egress-connection-point-ref: eth0
                  classifier:
                  - id: web
                    rsp-id-ref: out
                    member-vnf-index-ref: 1
                    vnfd-id-ref: cpe
                    vnfd-connection-point-ref: eth0
                    match-attributes:
                    - {id: m, ip-proto: 6, source-ip-address: 10.5.0.0/24, destination-port: 443}
            """;

    @Test
    void theGoodOneHasNoFindingAndAllItsParts() {
        ImportedPackage read = Packs.text(GOOD);

        assertThat(read.report().findings()).isEmpty();
        assertThat(read.fields().unknown()).isZero();
        var service = read.services().get(0);
        var wan = service.virtualLink("wan").orElseThrow();
        assertThat(wan.management()).isTrue();
        assertThat(wan.vimNetworkName()).contains("public");
        assertThat(wan.providerNetwork().orElseThrow().segmentationId()).contains(77);
        assertThat(wan.providerNetwork().orElseThrow().overlayType()).contains("vlan");
        assertThat(service.dependencies()).hasSize(2).allMatch(d -> d.target().equals("1"));
        assertThat(service.placementGroups().get(0).members()).containsExactly("2");
        assertThat(service.member("3").orElseThrow().connections().get(0).ipAddress())
                .contains("10.5.0.77");
        var path = service.forwardingGraphs().get(0).paths().get(0);
        assertThat(path.hops()).extracting(h -> h.order()).containsExactly(0, 0);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2} at {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "member-vnf-index: 3; member-vnf-index: 2; ID_DUPLICATE; constituent-vnfd[2]",
                "index-ref: 1, vnfd-id-ref: cpe, vnfd; index-ref: 9, vnfd-id-ref: cpe, vnfd;"
                        + " REFERENCE_DANGLING; vld[0].vnfd-connection-point-ref[0]",
                "index-ref: 1, vnfd-id-ref: cpe, vnfd; index-ref: 1, vnfd-id-ref: wall, vnfd;"
                        + " REFERENCE_DANGLING; vld[0].vnfd-connection-point-ref[0]",
                "ip-profile-ref: plan; ip-profile-ref: plot; REFERENCE_DANGLING; vld[0].ip-profile-ref",
                "- id: wan; - id: lan; ID_DUPLICATE; vld[1]",
                "10.6.0.0/24; 10.5.0.0/16; CIDR_OVERLAP; vld[1]",
                "10.5.0.0/24; 10.5.0.0; CIDR_INVALID; vld[0]",
                "gateway-address: 10.5.0.1; gateway-address: 10.7.0.1; ADDRESS_OUTSIDE; vld[0]",
                "address: 9.9.9.9; address: quad9; ADDRESS_INVALID; vld[0]",
                "start-address: 10.5.0.10; start-address: 10.4.0.10; ADDRESS_OUTSIDE; vld[0]",
                "10.5.0.77; 10.8.0.77; ADDRESS_OUTSIDE; vld[0].vnfd-connection-point-ref[2]",
                "10.5.0.77; x; ADDRESS_INVALID; vld[0].vnfd-connection-point-ref[2]",
                "vnf-depends-on-ref: wall; vnf-depends-on-ref: cpe; DEPENDENCY_CYCLE; ",
                "{member-vnf-index-ref: 2, vnfd-id-ref: wall}; {member-vnf-index-ref: 7};"
                        + " REFERENCE_DANGLING; ",
                "rsp-id-ref: out; rsp-id-ref: in; REFERENCE_DANGLING; vnffgd[0].classifier[0]",
                "ingress-connection-point-ref: eth0; ingress-connection-point-ref: eth5;"
                        + " REFERENCE_DANGLING; vnffgd[0].rsp[0]",
                "destination-port: 443; destination-port: 70000; VALUE_RANGE;"
                        + " vnffgd[0].classifier[0].match-attributes[0]",
                "source-ip-address: 10.5.0.0/24; source-ip-address: here; ADDRESS_INVALID;"
                        + " vnffgd[0].classifier[0].match-attributes[0].source-ip-address",
                "type: ELINE; type: EZONE; VALUE_UNKNOWN; vld[1].type",
                "segmentation_id: 77; segmentation_id: many; FIELD_TYPE;"
                        + " vld[1].provider-network.segmentation_id"
            })
    void oneFaultGivesOneErrorAtItsPlace(String good, String bad, String code, String path) {
        ImportedPackage read = Packs.text(GOOD.replaceFirst(Pattern.quote(good), bad));

        Finding finding =
                read.report().findings().stream()
                        .filter(f -> f.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(read.report().findings()));
        String prefix = "nsd:nsd-catalog.nsd[0]";
        String expected = path == null ? prefix : prefix + "." + path;
        assertThat(finding.place().path()).isEqualTo(expected);
        assertThat(finding.place().line()).isGreaterThan(2);
    }

    @Test
    void oneConnectionPointOnTwoLinksIsRefused() {
        String twice =
                GOOD.replace(
                        "    mgmt-network: 'true'\n",
                        "    mgmt-network: 'true'\n"
                                + "      vnfd-connection-point-ref:\n"
                                + "      - {member-vnf-index-ref: 1, vnfd-connection-point-ref: eth0}\n");

        assertThat(Packs.errors(Packs.text(twice))).containsExactly("CONNECTION_DUPLICATE");
    }

    @Test
    void aServiceWithoutMembersIsRefused() {
        assertThat(Packs.errors(Packs.text("nsd: {id: empty}"))).containsExactly("NS_EMPTY");
    }

    @Test
    void aCatalogOfTwoIsRefused() {
        String two = "nsd:nsd-catalog: {nsd: [{id: a}, {id: b}]}";

        assertThat(Packs.errors(Packs.text(two))).contains("DESCRIPTOR_AMBIGUOUS");
    }
}
