/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.catalog.api.PackageKind;
import io.telamon.descriptors.internal.Packs;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.PathHop;
import io.telamon.model.descriptor.PlacementRule;
import io.telamon.model.descriptor.PortRange;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Tacker's simple profile can say arrives in the model. */
class TackerReaderTest {
    private static final String VNFD =
            """
            tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
            description: everything
            metadata: {template_name: rich, template_author: T, template_version: '3'}
            topology_template:
              inputs:
                image_name: {type: string, default: cirros, description: which}
                zone: {type: string}
              node_templates:
                VDU1:
                  type: tosca.nodes.nfv.VDU.Tacker
                  properties:
                    image: {get_input: image_name}
                    availability_zone: {get_input: zone}
                    flavor: m1.tiny
                    config_drive: true
                    metadata: {owner: me}
                    monitoring_policy: {name: ping}
                  requirements:
                  - local_storage: {node: VB1}
                VDU2:
                  type: tosca.nodes.nfv.VDU.Tacker
                  capabilities:
                    nfv_compute:
                      properties:
                        num_cpus: 2
                        mem_size: 1 GB
                        disk_size: 2000 MB
                        mem_page_size: large
                  artifacts:
                    disk: {type: tosca.artifacts.Deployment.Image.VM, file: disk.qcow2}
                VB1:
                  type: tosca.nodes.BlockStorage.Tacker
                  properties: {size: 3 GB}
                CP1:
                  type: tosca.nodes.nfv.CP.Tacker
                  properties:
                    management: true
                    order: 1
                    type: sriov
                    mac_address: 02:00:00:00:00:03
                    ip_address: 10.3.0.5
                    security_groups: [default]
                  requirements:
                  - virtualLink: {node: VL1}
                  - virtualBinding: {node: VDU1}
                CP0:
                  type: tosca.nodes.nfv.CP.Tacker
                  properties: {order: 0, anti_spoofing_protection: true}
                  requirements:
                  - virtualLink: {node: VL2}
                  - virtualBinding: VDU1
                VL1:
                  type: tosca.nodes.nfv.VL
                  properties: {vendor: T, cidr: 10.3.0.0/24, gateway_ip: 10.3.0.1, dhcp_enabled: false}
                VL2:
                  type: tosca.nodes.nfv.VL
                  properties:
                    network_name: ext
                    network_type: VLAN
                    physical_network: phys
                    segmentation_id: 5
              policies:
              - SP:
                  type: tosca.policies.tacker.Scaling
                  targets: [VDU2]
                  properties:
                    increment: 2
                    min_instances: 1
                    max_instances: 7
                    default_instances: 3
              - near:
                  type: tosca.policies.tacker.Placement
                  targets: [VDU1, VDU2]
                  properties: {policy: anti-affinity, strict: true}
            """;

    private static final String GRAPH =
            """
            tosca_definitions_version: tosca_simple_profile_for_nfv_1_0_0
            topology_template:
              node_templates:
                FP:
                  type: tosca.nodes.nfv.FP.Tacker
                  properties:
                    id: 1
                    symmetrical: true
                    correlation: nsh
                    policy:
                      type: ACL
                      criteria:
                      - {network_src_port_id: p, ip_proto: 17, source_port_range: 53, eth_type: IPv4}
                    path:
                    - {forwarder: A, capability: A1}
                    - {forwarder: A, capability: A2}
                    - {forwarder: B, capability: B1, sfc_encap: false}
              groups:
                G:
                  type: tosca.groups.nfv.VNFFG
                  properties: {vendor: t, constituent_vnfs: [A, B]}
                  members: [FP]
            """;

    @Test
    void machinesOfAVnfArrive() {
        ImportedPackage read = Packs.read("rich.yaml", Packs.bytes(VNFD));
        var vnf = read.functions().get(0);
        var first = vnf.vdus().get(0);
        var second = vnf.vdus().get(1);

        assertThat(Packs.errors(read)).isEmpty();
        assertThat(read.fields().unknown()).isZero();
        assertThat(vnf.id()).isEqualTo("rich");
        assertThat(vnf.info().version()).isEqualTo("3");
        assertThat(first.image().orElseThrow().name()).isEqualTo("cirros");
        assertThat(first.compute().flavourName()).contains("m1.tiny");
        assertThat(first.day0().configDrive()).isTrue();
        assertThat(first.labels()).isEqualTo(Map.of("owner", "me"));
        assertThat(first.volumes().get(0).sizeGb()).isEqualTo(3);
        assertThat(second.compute().memoryMb()).isEqualTo(1024);
        assertThat(second.compute().diskGb()).isEqualTo(2);
        assertThat(second.compute().extras()).isEqualTo(Map.of("mem_page_size", "large"));
        assertThat(second.image().orElseThrow().name()).isEqualTo("disk.qcow2");
    }

    @Test
    void anInputWithoutDefaultIsLeftOutWithAWarning() {
        ImportedPackage read = Packs.text(VNFD);

        assertThat(Packs.finding(read, "INPUT_OPEN").message()).contains("zone");
        assertThat(read.functions().get(0).vdus().get(0).placement().zone()).isEmpty();
    }

    @Test
    void pointsAndLinksArrive() {
        var vnf = Packs.text(VNFD).functions().get(0);
        var cards = vnf.vdus().get(0).interfaces();

        assertThat(cards).extracting(c -> c.name()).containsExactly("CP0", "CP1");
        assertThat(cards.get(0).traits().portSecurity()).contains(true);
        assertThat(cards.get(1).type()).isEqualTo(InterfaceType.SR_IOV);
        assertThat(cards.get(1).address().fixedIp()).contains("10.3.0.5");
        assertThat(cards.get(1).traits().securityGroups()).containsExactly("default");
        assertThat(vnf.management().connectionPoint()).contains("CP1");
        assertThat(
                        vnf.virtualLinks()
                                .get(0)
                                .ipProfile()
                                .orElseThrow()
                                .dhcp()
                                .orElseThrow()
                                .enabled())
                .isFalse();
        assertThat(vnf.virtualLinks().get(1).providerNetwork().orElseThrow().overlayType())
                .contains("vlan");
    }

    @Test
    void scalingAndPlacementArrive() {
        var vnf = Packs.text(VNFD).functions().get(0);
        var aspect = vnf.scalingAspects().get(0);

        assertThat(aspect.maxLevel()).isEqualTo(2);
        assertThat(aspect.stepTo(1)).isEqualTo(Map.of("VDU2", 2));
        assertThat(vnf.vdus().get(1).count().initial()).isEqualTo(3);
        assertThat(vnf.placementGroups().get(0).rule()).isEqualTo(PlacementRule.ANTI_AFFINITY);
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "virtualLink: {node: VL1}; virtualLink: {node: VL9}; REFERENCE_DANGLING",
                "- virtualBinding: VDU1; - dependency: VDU1; FIELD_MISSING",
                "mem_size: 1 GB; mem_size: much; FIELD_TYPE",
                "max_instances: 7; max_instances: 2; RANGE_IMPOSSIBLE",
                "10.3.0.5; 10.4.0.5; ADDRESS_OUTSIDE",
                "gateway_ip: 10.3.0.1; gateway_ip: 10.4.0.1; ADDRESS_OUTSIDE"
            })
    void oneFaultGivesOneError(String good, String bad, String code) {
        assertThat(Packs.errors(Packs.text(VNFD.replace(good, bad)))).contains(code);
    }

    @Test
    void aGraphArrivesAsAServiceOfTheVnfsItNames() {
        ImportedPackage read = Packs.read("g.yaml", Packs.bytes(GRAPH));
        var service = read.services().get(0);
        var path = service.forwardingGraphs().get(0).paths().get(0);
        var match = path.classifiers().get(0).matches().get(0);

        assertThat(read.kind()).contains(PackageKind.VNFFG);
        assertThat(read.report().findings()).isEmpty();
        assertThat(service.id()).isEqualTo("g");
        assertThat(service.members()).extracting(m -> m.memberIndex()).containsExactly("A", "B");
        assertThat(path.hops())
                .containsExactly(new PathHop(0, "A", "A1", "A2"), new PathHop(1, "B", "B1", "B1"));
        assertThat(path.symmetrical()).isTrue();
        assertThat(path.correlation()).contains("nsh");
        assertThat(match.protocol()).contains(17);
        assertThat(match.sourcePorts()).contains(new PortRange(53, 53));
        assertThat(match.others()).isEqualTo(Map.of("eth_type", "IPv4"));
    }

    @Test
    void aGraphWithAMissingPathOrNoGroupIsRefused() {
        assertThat(Packs.errors(Packs.text(GRAPH.replace("[FP]", "[PF]"))))
                .contains("REFERENCE_DANGLING", "GRAPH_EMPTY");
        assertThat(Packs.errors(Packs.text(GRAPH.substring(0, GRAPH.indexOf("  groups:")))))
                .contains("FIELD_MISSING");
        assertThat(
                        Packs.errors(
                                Packs.text(
                                        GRAPH.replace(
                                                "source_port_range: 53",
                                                "source_port_range: a-b"))))
                .containsExactly("FIELD_TYPE");
    }
}
