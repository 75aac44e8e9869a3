/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.sol006;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.catalog.api.PackageKind;
import io.telamon.descriptors.internal.Packs;
import io.telamon.model.descriptor.IpVersion;
import io.telamon.model.descriptor.LinkKind;
import io.telamon.model.descriptor.MemberDependency;
import io.telamon.model.descriptor.PlacementScope;
import io.telamon.model.descriptor.VolumeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SOL006 and OSM's additions can say arrives in the model. */
class Sol006ReaderTest {
    private static final String NSD =
            """
            etsi-nfv-nsd:nsd:
              nsd:
              - id: mixed
                designer: Telamon
                name: mixed
                version: '2.0'
                invariant-id: mixed-ever
                vnfd-id: [wall, cpe]
                pnfd-id: [router]
                nested-nsd-id: [inner]
                virtual-link-desc:
                - id: lan
                  description: inside
                  connectivity-type: {layer-protocol: [ipv4], flow-pattern: mesh}
                - {id: wan, mgmt-network: true, vim-network-name: public}
                - id: line
                  connectivity-type: {flow-pattern: line}
                sapd:
                - {id: door, virtual-link-desc: wan}
                df:
                - id: df1
                  virtual-link-profile:
                  - id: lan-profile
                    virtual-link-desc-id: lan
                    max-bitrate-requirements: {root: 1000}
                    virtual-link-protocol-data:
                      associated-layer-protocol: ipv6
                      l2-protocol-data: {name: physnet2, network-type: vxlan, segmentation-id: 9}
                      l3-protocol-data:
                        ip-version: ipv6
                        cidr: fd00:7::/64
                        dhcp-enabled: true
                        ip-allocation-pools: [{start-ip-address: 'fd00:7::10', end-ip-address: 'fd00:7::20'}]
                  vnf-profile:
                  - id: a
                    vnfd-id: wall
                    flavour-id: big
                    instantiation-level: many
                    min-number-of-instances: 1
                    affinity-or-anti-affinity-group-id: [apart]
                    virtual-link-connectivity:
                    - virtual-link-profile-id: lan-profile
                      constituent-cpd-id:
                      - {constituent-base-element-id: a, constituent-cpd-id: left, ip-address: 'fd00:7::5'}
                      - {constituent-base-element-id: a, constituent-cpd-id: right}
                  - id: b
                    vnfd-id: cpe
                    affinity-or-anti-affinity-group-id: [apart]
                    virtual-link-connectivity:
                    - virtual-link-profile-id: wan
                      constituent-cpd-id: [{constituent-base-element-id: b, constituent-cpd-id: up}]
                  pnf-profile:
                  - id: r
                    pnfd-id: router
                    virtual-link-connectivity:
                    - virtual-link-profile-id: wan
                      constituent-cpd-id: [{constituent-base-element-id: r, constituent-cpd-id: ge0}]
                  ns-profile:
                  - {id: n, nsd-id: inner, ns-df-id: small}
                  affinity-or-anti-affinity-group:
                  - {id: apart, affinityorAntiaffinity: anti-affinity, scope: zone}
                  dependencies:
                  - {id: d, primary-vnf-profile: a, secondary-vnf-profile: b}
                  monitored-info:
                  - id: m
                    monitoring-parameter: {id: rate, name: rate, performance-metric: packets, collection-period: 10}
                vnffgd:
                - id: graph
                  vnf-profile-id: [a]
                  nfp-position-element:
                  - id: in
                    desc: {vnf-profile: {vnf-profile-id: a}, vnf: {vnfd-id: wall, cpd-id: left}}
                  - id: out
                    desc: {vnf-profile: {vnf-profile-id: a}, vnf: {vnfd-id: wall, cpd-id: right}}
                  nfpd:
                  - id: path
                    rule: web
                    position-desc:
                    - {id: p1, nfp-position-element-id: [in, out]}
            """;

    @Test
    void everythingOfARichNsdArrives() {
        ImportedPackage read = Packs.text(NSD);
        var ns = read.services().get(0);

        assertThat(read.report().findings()).isEmpty();
        assertThat(ns.info().invariantId()).isEqualTo("mixed-ever");
        assertThat(ns.member("a").orElseThrow().flavour()).contains("big");
        assertThat(ns.member("a").orElseThrow().level()).contains("many");
        assertThat(ns.member("a").orElseThrow().connections())
                .extracting(c -> c.connectionPoint() + "-" + c.virtualLink())
                .containsExactly("left-lan", "right-lan");
        assertThat(ns.member("a").orElseThrow().connections().get(0).ipAddress())
                .contains("fd00:7::5");
        assertThat(ns.pnfMembers().get(0).connections()).hasSize(1);
        assertThat(ns.nestedMembers().get(0).flavour()).contains("small");
        assertThat(ns.saps().get(0).virtualLink()).contains("wan");
        assertThat(ns.dependencies()).containsExactly(new MemberDependency("a", "b", List.of()));
        assertThat(ns.monitoringParameters().get(0).metric()).isEqualTo("packets");
        assertThat(ns.placementGroups().get(0).members()).containsExactly("a", "b");
        assertThat(ns.placementGroups().get(0).scope()).isEqualTo(PlacementScope.ZONE);
    }

    @Test
    void linksOfAServiceCarryTheirProfiles() {
        var ns = Packs.text(NSD).services().get(0);
        var lan = ns.virtualLink("lan").orElseThrow();
        var profile = lan.ipProfile().orElseThrow();

        assertThat(lan.kind()).isEqualTo(LinkKind.ELAN);
        assertThat(profile.version()).isEqualTo(IpVersion.IPV6);
        assertThat(profile.dhcp().orElseThrow().start()).contains("fd00:7::10");
        assertThat(lan.providerNetwork().orElseThrow().overlayType()).contains("vxlan");
        assertThat(ns.virtualLink("wan").orElseThrow().vimNetworkName()).contains("public");
        assertThat(ns.virtualLink("line").orElseThrow().kind()).isEqualTo(LinkKind.ELINE);
    }

    @Test
    void neighbouringElementsOfOneMemberAreItsWayInAndOut() {
        var path = Packs.text(NSD).services().get(0).forwardingGraphs().get(0).paths().get(0);

        assertThat(path.hops()).hasSize(1);
        assertThat(path.hops().get(0).ingress()).isEqualTo("left");
        assertThat(path.hops().get(0).egress()).isEqualTo("right");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vnfd: {id: x, vdu: [{id: a}]}",
                "vnfd: [{id: x, vdu: [{id: a}]}]",
                "vnfd: {vnfd: [{id: x, vdu: [{id: a}]}]}",
                "etsi-nfv-vnfd:vnfd: {vnfd:id: x, vnfd:vdu: [{vnfd:id: a}]}",
                "{\"vnfd\": {\"id\": \"x\", \"vdu\": [{\"id\": \"a\"}]}}"
            })
    void wrappersAndPrefixesDoNotMatter(String text) {
        ImportedPackage read = Packs.text(text);

        assertThat(Packs.errors(read)).isEmpty();
        assertThat(read.functions().get(0).id()).isEqualTo("x");
        assertThat(read.functions().get(0).vdus().get(0).id()).isEqualTo("a");
    }

    @Test
    void disksOfEveryTypeArrive() {
        var vdu =
                Packs.text(
                                """
                                vnfd:
                                  id: disks
                                  virtual-storage-desc:
                                  - {id: root, size-of-storage: 8, type-of-storage: etsi-nfv-descriptors:root-storage}
                                  - {id: data, size-of-storage: 20, type-of-storage: persistent-storage}
                                  - {id: tmp, size-of-storage: 3, type-of-storage: ephemeral-storage}
                                  - {id: swap, size-of-storage: 1, type-of-storage: swap-storage}
                                  - id: block
                                    type-of-storage: etsi-nfv-descriptors:block-storage
                                    block-storage-data: {size-of-storage: 5}
                                  virtual-compute-desc:
                                  - id: pinned
                                    virtual-cpu: {num-virtual-cpu: 2, pinning: {policy: static}}
                                    virtual-memory: {size: 2.5, numa-enabled: true}
                                  sw-image-desc:
                                  - id: img
                                    name: ubuntu
                                    image: ubuntu-22
                                    disk-format: etsi-nfv-vnf:qcow2
                                    checksum: {algorithm: SHA-256, hash: ABC}
                                  - {id: alt, name: ami, vim-type: aws}
                                  vdu:
                                  - id: a
                                    virtual-compute-desc: pinned
                                    virtual-storage-desc: [root, data, tmp, swap, block]
                                    sw-image-desc: img
                                    alternative-sw-image-desc: [alt]
                                """)
                        .functions()
                        .get(0)
                        .vdus()
                        .get(0);

        assertThat(vdu.compute().diskGb()).isEqualTo(8);
        assertThat(vdu.compute().memoryMb()).isEqualTo(2560);
        assertThat(vdu.compute().extras())
                .isEqualTo(
                        Map.of(
                                "virtual-cpu.pinning.policy", "static",
                                "virtual-memory.numa-enabled", "true"));
        assertThat(vdu.volumes())
                .extracting(v -> v.kind())
                .containsExactly(
                        VolumeKind.PERSISTENT,
                        VolumeKind.EPHEMERAL,
                        VolumeKind.SWAP,
                        VolumeKind.PERSISTENT);
        var image = vdu.image().orElseThrow();
        assertThat(image.name()).isEqualTo("ubuntu-22");
        assertThat(image.diskFormat()).contains("qcow2");
        assertThat(image.checksum()).contains("sha-256:abc");
        assertThat(image.nameFor("aws")).isEqualTo("ami");
    }

    @Test
    void securityRulesArriveAndMustBeThere() {
        ImportedPackage read =
                Packs.text(
                        """
                        vnfd:
                          id: guarded
                          security-group-rule:
                          - {id: web, description: requests, protocol: tcp, port-range-min: 80, port-range-max: 80}
                          - {id: ping, direction: ingress, ether-type: ipv6, protocol: icmp}
                          vdu:
                          - id: a
                            int-cpd:
                            - {id: in, security-group-rule-id: [web]}
                            - {id: side, int-virtual-link-desc: lan, security-group-rule-id: [none]}
                          int-virtual-link-desc: [{id: lan}]
                          ext-cpd:
                          - {id: out, int-cpd: {vdu-id: a, cpd: in}, security-group-rule-id: [ping, web]}
                        """);
        var vnf = read.functions().get(0);
        var cards = vnf.vdus().get(0).interfaces();

        assertThat(Packs.errors(read)).containsExactly("REFERENCE_DANGLING");
        assertThat(cards.get(0).traits().securityRules()).containsExactly("web", "ping");
        assertThat(cards.get(0).traits().securityGroups()).isEmpty();
        assertThat(vnf.securityRule("web").orElseThrow().ports().from()).isEqualTo(80);
        assertThat(vnf.securityRule("ping").orElseThrow().version()).isEqualTo(IpVersion.IPV6);
    }

    @Test
    void everyFlavourArrivesAndTheFirstIsTheDefault() {
        ImportedPackage read =
                Packs.text(
                        """
                        vnfd:
                          id: sized
                          vdu: [{id: a}]
                          df:
                          - id: small
                            vdu-profile: [{id: a, min-number-of-instances: 1, max-number-of-instances: 2}]
                          - id: large
                            vdu-profile: [{id: a, min-number-of-instances: 3, max-number-of-instances: 9}]
                            default-instantiation-level: full
                            instantiation-level:
                            - {id: half, vdu-level: [{vdu-id: a, number-of-instances: 4}]}
                            - {id: full, vdu-level: [{vdu-id: a, number-of-instances: 8}]}
                        """);
        var vnf = read.functions().get(0);
        var large = vnf.flavour("large").orElseThrow();
        var vdu = vnf.vdus().get(0);

        assertThat(read.report().findings()).isEmpty();
        assertThat(vnf.defaultFlavour().id()).isEqualTo("small");
        assertThat(vdu.count().max()).isEqualTo(2);
        assertThat(vnf.initialCount(vdu, large, Optional.empty())).isEqualTo(8);
        assertThat(vnf.initialCount(vdu, large, Optional.of("half"))).isEqualTo(4);
        assertThat(vnf.range(vdu, large).min()).isEqualTo(3);
    }

    @Test
    void healingAndBootDataArrive() {
        var vnf =
                Packs.text(
                                """
                                vnfd:
                                  id: heals
                                  vdu: [{id: a, boot-data: hello}]
                                  df:
                                  - id: d
                                    healing-aspect:
                                    - id: h
                                      healing-policy:
                                      - vdu-id: a
                                        event-name: down
                                        recovery-type: automatic
                                        action-on-recovery: REBOOT_THEN_REDEPLOY
                                        cooldown-time: 180
                                        day1: true
                                """)
                        .functions()
                        .get(0);
        var healing = vnf.behaviour().healing().get(0);

        assertThat(healing.automatic()).isTrue();
        assertThat(healing.day1()).isTrue();
        assertThat(healing.action()).isEqualTo("REBOOT_THEN_REDEPLOY");
        assertThat(vnf.vdus().get(0).day0().userData()).contains("hello");
    }

    @Test
    void aPhysicalFunctionIsRead() {
        ImportedPackage read =
                Packs.text(
                        "pnfd: {id: router, provider: T, ext-cpd: [{id: ge0, layer-protocol: ethernet}]}");

        assertThat(read.kind()).contains(PackageKind.PNF);
        assertThat(read.physical().get(0).connectionPoints().get(0).id()).isEqualTo("ge0");
    }

    @Test
    void aProfileOutsideTheDeclaredVnfdsIsRefused() {
        ImportedPackage read = Packs.text(NSD.replace("vnfd-id: [wall, cpe]", "vnfd-id: [wall]"));

        assertThat(Packs.errors(read)).containsExactly("REFERENCE_DANGLING");
        assertThat(Packs.finding(read, "REFERENCE_DANGLING").place().path())
                .isEqualTo("etsi-nfv-nsd:nsd.nsd[0].df[0].vnf-profile[1]");
    }

    @Test
    void xmlIsRefusedWithAdvice() {
        var files = Map.of("vnfd.xml", "<vnfd xmlns='urn:etsi:nfv'/>");

        ImportedPackage read = Packs.read("p.zip", Packs.zip(files));

        assertThat(Packs.errors(read)).containsExactly("DESCRIPTOR_MISSING");
        assertThat(Packs.finding(read, "DESCRIPTOR_MISSING").hint()).contains("XML");
    }
}
