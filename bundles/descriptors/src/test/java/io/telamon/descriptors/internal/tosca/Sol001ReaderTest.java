/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.catalog.api.PackageKind;
import io.telamon.descriptors.internal.Packs;
import io.telamon.descriptors.internal.SharedPackages;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.LifecycleEvent;
import io.telamon.model.descriptor.MemberDependency;
import io.telamon.model.descriptor.PlacementRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SOL001 can say arrives in the model, from CSARs of both kinds. */
class Sol001ReaderTest {
    private static final String TYPES =
            """
            tosca_definitions_version: tosca_simple_yaml_1_3
            node_types:
              acme.Base:
                derived_from: tosca.nodes.nfv.VNF
                properties:
                  provider: {type: string, default: Acme}
                  descriptor_version: {type: string, constraints: [{valid_values: ['4.2']}]}
              acme.Wall:
                derived_from: acme.Base
                properties:
                  descriptor_id: {type: string, default: wall-id}
                  product_name: {type: string, default: wall}
            """;

    private static final String VNFD =
            """
            tosca_definitions_version: tosca_simple_yaml_1_3
            imports:
            - etsi_nfv_sol001_vnfd_types.yaml
            - types: {file: wall_types.yaml}
            topology_template:
              inputs:
                size: {type: integer, default: 2}
              substitution_mappings:
                node_type: acme.Wall
                properties: {flavour_id: simple}
                requirements:
                - mgmt: [front_0, virtual_link]
                - lan: [outside, external_virtual_link]
              node_templates:
                wall:
                  type: acme.Wall
                  properties:
                    software_version: '9'
                    flavour_description: the only one
                    vnfm_info: ['0:x']
                    configurable_properties: {is_autoscale_enabled: false}
                    monitoring_parameters:
                      load: {name: load, performance_metric: v_cpu_usage, collection_period: 10}
                  interfaces:
                    Vnflcm:
                      operations:
                        instantiate: {implementation: ../Scripts/install.sh}
                        terminate: []
                front:
                  type: tosca.nodes.nfv.Vdu.Compute
                  properties:
                    name: front
                    description: the front
                    boot_order: [disk]
                    boot_data: ../Files/boot.sh
                    vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 8}
                    sw_image_data:
                      name: wall-image
                      version: '1'
                      checksum: {algorithm: sha-256, hash: ABCD}
                      container_format: BARE
                      disk_format: QCOW2
                      min_disk: 1 GB
                      size: 1 GB
                  artifacts:
                    image: {type: tosca.artifacts.nfv.SwImage, file: ../Files/wall.img}
                  capabilities:
                    virtual_compute:
                      properties:
                        virtual_memory: {virtual_mem_size: 2 GiB, numa_enabled: true}
                        virtual_cpu: {num_virtual_cpu: {get_input: size}}
                        virtual_local_storage: [{size_of_storage: 6 GB}]
                  requirements:
                  - virtual_storage: disk
                back:
                  type: tosca.nodes.nfv.Vdu.Compute
                  properties:
                    name: back
                    description: the back
                    vdu_profile: {min_number_of_instances: 1, max_number_of_instances: 1}
                  requirements:
                  - dependency: front
                disk:
                  type: tosca.nodes.nfv.Vdu.VirtualBlockStorage
                  properties: {virtual_block_storage_data: {size_of_storage: 10 GB}}
                front_0:
                  type: tosca.nodes.nfv.VduCp
                  properties: {layer_protocols: [ipv4], order: 0, vnic_type: direct-physical, bitrate_requirement: 5000}
                  requirements: [{virtual_binding: front}]
                front_1:
                  type: tosca.nodes.nfv.VduCp
                  properties:
                    layer_protocols: [ipv4]
                    order: 1
                    protocol:
                    - associated_layer_protocol: ipv4
                      address_data:
                      - address_type: ip_address
                        l3_address_data: {ip_address_assignment: true, floating_ip_activated: true, fixed_ip_address: 10.0.0.8}
                  requirements: [{virtual_binding: front}, {virtual_link: inner}]
                outside:
                  type: tosca.nodes.nfv.VnfExtCp
                  properties: {layer_protocols: [ipv4]}
                  requirements: [{internal_virtual_link: inner}]
                inner:
                  type: tosca.nodes.nfv.VnfVirtualLink
                  properties:
                    connectivity_type: {layer_protocols: [ipv4], flow_pattern: tree}
                    vl_profile:
                      max_bitrate_requirements: {root: 1}
                      min_bitrate_requirements: {root: 1}
                      virtual_link_protocol_data:
                      - associated_layer_protocol: ipv4
                        l3_protocol_data: {ip_version: ipv4, cidr: 10.0.0.0/24, dhcp_enabled: true}
              groups:
                both: {type: tosca.groups.nfv.PlacementGroup, members: [front, back]}
              policies:
              - apart: {type: tosca.policies.nfv.AntiAffinityRule, targets: [both], properties: {scope: zone}}
              - first: {type: tosca.policies.nfv.VduInitialDelta, targets: [front], properties: {initial_delta: {number_of_instances: 2}}}
              - aspects:
                  type: tosca.policies.nfv.ScalingAspects
                  properties:
                    aspects:
                      out: {name: out, description: grow, max_scale_level: 3, step_deltas: [one, two]}
              - deltas:
                  type: tosca.policies.nfv.VduScalingAspectDeltas
                  targets: [front]
                  properties:
                    aspect: out
                    deltas: {one: {number_of_instances: 1}, two: {number_of_instances: 2}}
              - levels:
                  type: tosca.policies.nfv.InstantiationLevels
                  properties:
                    default_level: small
                    levels:
                      small: {description: s, scale_info: {out: {scale_level: 0}}}
                      big: {description: b, scale_info: {out: {scale_level: 2}}}
              - numbers:
                  type: tosca.policies.nfv.VduInstantiationLevels
                  targets: [front]
                  properties: {levels: {small: {number_of_instances: 2}, big: {number_of_instances: 5}}}
            """;

    @Test
    void identityComesFromTheTypesWhenTheTemplateIsSilent() {
        var vnf = read(files()).functions().get(0);

        assertThat(vnf.id()).isEqualTo("wall-id");
        assertThat(vnf.info().name()).isEqualTo("wall");
        assertThat(vnf.info().provider()).isEqualTo("Acme");
        assertThat(vnf.info().version()).isEqualTo("4.2");
        assertThat(vnf.softwareVersion()).isEqualTo("9");
    }

    @Test
    void everythingOfARichVnfdArrives() {
        ImportedPackage read = read(files());
        var vnf = read.functions().get(0);
        var front = vnf.vdus().get(0);

        assertThat(codes(read)).containsExactly("ADDRESS_SHARED");
        assertThat(read.fields().unknown()).isZero();
        assertThat(front.compute().vcpus()).isEqualTo(2);
        assertThat(front.compute().memoryMb()).isEqualTo(2048);
        assertThat(front.compute().diskGb()).isEqualTo(6);
        assertThat(front.compute().extras())
                .isEqualTo(Map.of("virtual_memory.numa_enabled", "true"));
        assertThat(front.volumes().get(0).sizeGb()).isEqualTo(10);
        assertThat(front.image().orElseThrow().artifactPath()).contains("Files/wall.img");
        assertThat(front.image().orElseThrow().checksum()).contains("sha-256:abcd");
        assertThat(front.image().orElseThrow().diskFormat()).contains("qcow2");
        assertThat(front.day0().userData()).contains("#!/bin/sh\necho boot\n");
        assertThat(vnf.behaviour().scripts().get(0).event()).isEqualTo(LifecycleEvent.INSTANTIATE);
        assertThat(vnf.behaviour().scripts().get(0).scripts())
                .containsExactly("Scripts/install.sh");
        assertThat(vnf.behaviour().monitoringParameters().get(0).metric()).isEqualTo("v_cpu_usage");
        assertThat(vnf.vduDependencies())
                .containsExactly(new MemberDependency("front", "back", List.of()));
        assertThat(vnf.placementGroups().get(0).rule()).isEqualTo(PlacementRule.ANTI_AFFINITY);
        assertThat(vnf.placementGroups().get(0).members()).containsExactly("front", "back");
    }

    @Test
    void pointsAreKnownOutsideByTheirRequirement() {
        var vnf = read(files()).functions().get(0);
        var cards = vnf.vdus().get(0).interfaces();

        assertThat(vnf.connectionPoint("mgmt").orElseThrow().vduId()).contains("front");
        assertThat(vnf.connectionPoint("lan").orElseThrow().internalLink()).contains("inner");
        assertThat(vnf.management().connectionPoint()).contains("mgmt");
        assertThat(cards.get(0).attachment().externalConnectionPoint()).contains("mgmt");
        assertThat(cards.get(0).type()).isEqualTo(InterfaceType.PCI_PASSTHROUGH);
        assertThat(cards.get(0).traits().bandwidth()).contains(5000L);
        assertThat(cards.get(1).address().floatingIp()).contains("random");
        assertThat(cards.get(1).attachment().internalLink()).contains("inner");
    }

    @Test
    void securityRulesHoldWhereTheirTargetsSay() {
        var files = files();
        String rules =
                """
                policies:
                - web:
                    type: tosca.policies.nfv.SecurityGroupRule
                    targets: [front_1, mgmt]
                    properties: {direction: ingress, protocol: tcp, port_range_min: 80, port_range_max: 81}
                - out:
                    type: tosca.policies.nfv.SecurityGroupRule
                    targets: [front_1]
                    properties: {direction: egress, ether_type: ipv6, protocol: udp, port_range_min: 9, port_range_max: 7}
                """;
        files.put("Definitions/wall.yaml", VNFD.replace("  policies:\n", rules.indent(2)));

        ImportedPackage read = read(files);
        var vnf = read.functions().get(0);
        var cards = vnf.vdus().get(0).interfaces();

        assertThat(codes(read)).containsExactlyInAnyOrder("ADDRESS_SHARED", "VALUE_RANGE");
        assertThat(cards.get(0).traits().securityRules()).containsExactly("web");
        assertThat(cards.get(1).traits().securityRules()).containsExactly("web", "out");
        assertThat(vnf.securityRule("web").orElseThrow().ports().to()).isEqualTo(81);
        assertThat(vnf.securityRule("out").orElseThrow().incoming()).isFalse();
    }

    @Test
    void levelsAndStepsArrive() {
        var vnf = read(files()).functions().get(0);
        var flavour = vnf.flavour("simple").orElseThrow();
        var front = vnf.vdus().get(0);
        var aspect = vnf.scalingAspects().get(0);

        assertThat(vnf.initialCount(front, flavour, Optional.empty())).isEqualTo(2);
        assertThat(vnf.initialCount(front, flavour, Optional.of("big"))).isEqualTo(5);
        assertThat(flavour.level("big").orElseThrow().scaleLevels()).isEqualTo(Map.of("out", 2));
        assertThat(aspect.stepTo(1)).isEqualTo(Map.of("front", 1));
        assertThat(aspect.stepTo(2)).isEqualTo(Map.of("front", 2));
        assertThat(aspect.stepTo(3)).isEqualTo(Map.of("front", 2));
    }

    @Test
    void aCsarWithoutMetadataHasItsEntryAtTheTop() {
        var flat = new LinkedHashMap<String, String>();
        files().forEach((path, text) -> flat.put(path.replace("Definitions/", ""), text));
        flat.remove("TOSCA-Metadata/TOSCA.meta");
        flat.put("wall.yaml", VNFD.replace("../Files", "Files").replace("../Scripts", "Scripts"));

        ImportedPackage read = read(flat);

        assertThat(codes(read)).containsExactly("ADDRESS_SHARED");
        assertThat(read.functions().get(0).id()).isEqualTo("wall-id");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "file: wall_types.yaml; file: walls.yaml; FILE_MISSING",
                "file: ../Files/wall.img; file: ../Files/wool.img; FILE_MISSING",
                "Scripts/install.sh; Scripts/instill.sh; FILE_MISSING",
                "- virtual_storage: disk; - virtual_storage: tape; REFERENCE_DANGLING",
                "{virtual_link: inner}; {virtual_link: outer}; REFERENCE_DANGLING",
                "mgmt: [front_0, virtual_link]; mgmt: [front_9, virtual_link]; REFERENCE_DANGLING",
                "virtual_mem_size: 2 GiB; virtual_mem_size: lots; FIELD_TYPE",
                "number_of_instances: 2}}}; number_of_instances: 99}}}; RANGE_IMPOSSIBLE",
                "cidr: 10.0.0.0/24; cidr: 10.0.0.0/240; CIDR_INVALID",
                "{scope: zone}; {scope: moon}; VALUE_UNKNOWN",
                "node_type: acme.Wall; node_type: acme.Fence; NOTHING"
            })
    void oneFaultGivesOneError(String good, String bad, String code) {
        var files = files();
        String text = VNFD.replace(good, bad);
        assertThat(text).isNotEqualTo(VNFD);
        files.put("Definitions/wall.yaml", text);

        var errors = Packs.errors(read(files));

        assertThat(errors).doesNotContain("READER_FAILED");
        if (!code.equals("NOTHING")) {
            assertThat(errors).contains(code);
        }
    }

    @Test
    void metadataMustNameAnEntryThatIsThere() {
        var files = files();
        files.put("TOSCA-Metadata/TOSCA.meta", "Entry-Definitions: Definitions/none.yaml\n");
        assertThat(Packs.errors(read(files))).contains("FILE_MISSING");

        files.put("TOSCA-Metadata/TOSCA.meta", "CSAR-Version: 1.1\n");
        assertThat(Packs.errors(read(files))).containsExactly("FIELD_MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.6.1", "3.3.1", "4.4.1"})
    void theStandardsOwnTypesMayComeAlongInEveryVersion(String version) throws IOException {
        Path specs = SharedPackages.folder().resolveSibling("specs/etsi-nfv-sol001");
        String types = "etsi_nfv_sol001_vnfd_types.yaml";
        var files = files();
        String text = Files.readString(specs.resolve(version).resolve(types));
        files.put("Definitions/" + types, text);

        ImportedPackage read = read(files);

        assertThat(codes(read)).containsExactly("ADDRESS_SHARED");
        for (String base : List.of("VNF", "VnfExtCp", "Vdu.Compute", "VduCp", "VnfVirtualLink")) {
            assertThat(text).contains("\n  tosca.nodes.nfv." + base + ":");
        }
    }

    @Test
    void aServiceWithEverythingArrives() {
        ImportedPackage read =
                Packs.text(
                        """
                        tosca_definitions_version: tosca_simple_yaml_1_3
                        node_types:
                          acme.Ns:
                            derived_from: tosca.nodes.nfv.NS
                          acme.Inner:
                            derived_from: tosca.nodes.nfv.NS
                            properties: {descriptor_id: {type: string, default: inner-id}}
                          acme.Vnf:
                            derived_from: tosca.nodes.nfv.VNF
                            properties: {descriptor_id: {type: string, default: vnf-id}}
                        topology_template:
                          substitution_mappings: {node_type: acme.Ns}
                          node_templates:
                            self:
                              type: acme.Ns
                              properties: {descriptor_id: ns-id, designer: D, version: '1', name: n, invariant_id: i, flavour_id: f}
                            nested:
                              type: acme.Inner
                              properties: {flavour_id: g}
                              requirements: [{door: lan}]
                            a:
                              type: acme.Vnf
                              properties: {flavour_id: simple, vnf_profile: {instantiation_level: big, min_number_of_instances: 1, max_number_of_instances: 1}}
                              requirements: [{port: lan}]
                            b:
                              type: acme.Vnf
                              requirements: [{port: lan}, {dependency: a}]
                            box:
                              type: tosca.nodes.nfv.PNF
                              properties: {descriptor_id: box-id}
                              requirements: [{ge0: lan}]
                            lan:
                              type: tosca.nodes.nfv.NsVirtualLink
                              properties: {connectivity_type: {layer_protocols: [ipv4]}, vl_profile: {max_bitrate_requirements: {root: 1}}}
                            sap:
                              type: tosca.nodes.nfv.Sap
                              properties: {layer_protocols: [ipv4]}
                              requirements: [{internal_virtual_link: lan}]
                          policies:
                          - near: {type: tosca.policies.nfv.NsAffinityRule, targets: [a, b], properties: {scope: nfvi_pop}}
                        """);
        var ns = read.services().get(0);

        assertThat(read.report().findings()).isEmpty();
        assertThat(read.kind()).contains(PackageKind.NS);
        assertThat(ns.info().invariantId()).isEqualTo("i");
        assertThat(ns.member("a").orElseThrow().vnfdId()).isEqualTo("vnf-id");
        assertThat(ns.member("a").orElseThrow().level()).contains("big");
        assertThat(ns.dependencies()).containsExactly(new MemberDependency("a", "b", List.of()));
        assertThat(ns.nestedMembers().get(0).nsdId()).isEqualTo("inner-id");
        assertThat(ns.pnfMembers().get(0).pnfdId()).isEqualTo("box-id");
        assertThat(ns.saps().get(0).virtualLink()).contains("lan");
        assertThat(ns.placementGroups().get(0).members()).containsExactly("a", "b");
        assertThat(ns.members()).allMatch(m -> m.connection("port").isPresent());
    }

    @Test
    void twoFlavoursShareTheirVdus() {
        var files = files();
        String other =
                VNFD.replace("flavour_id: simple", "flavour_id: second")
                        .replace("max_number_of_instances: 8", "max_number_of_instances: 20");
        files.put("Definitions/other.yaml", other);
        files.put("Definitions/wall.yaml", VNFD.replace("imports:\n", "imports:\n- other.yaml\n"));

        var vnf = read(files).functions().get(0);

        assertThat(vnf.vdus()).hasSize(2);
        assertThat(vnf.flavours()).extracting(f -> f.id()).containsExactly("simple", "second");
        assertThat(vnf.range(vnf.vdus().get(0), vnf.flavours().get(1)).max()).isEqualTo(20);
    }

    @Test
    void aTemplateOfSomethingElseIsRefused() {
        ImportedPackage read =
                Packs.text(
                        """
                        tosca_definitions_version: tosca_simple_yaml_1_3
                        topology_template:
                          node_templates:
                            server: {type: tosca.nodes.Compute}
                        """);

        assertThat(Packs.errors(read)).containsExactly("DESCRIPTOR_MISSING");
    }

    @Test
    void aPhysicalFunctionIsRead() {
        ImportedPackage read =
                Packs.text(
                        """
                        tosca_definitions_version: tosca_simple_yaml_1_3
                        topology_template:
                          node_templates:
                            box:
                              type: tosca.nodes.nfv.PNF
                              properties: {descriptor_id: box, name: box, provider: P, version: '1', function_description: f, descriptor_invariant_id: b}
                            ge0: {type: tosca.nodes.nfv.PnfExtCp, properties: {layer_protocols: [ethernet]}}
                        """);

        assertThat(read.kind()).contains(PackageKind.PNF);
        assertThat(read.physical().get(0).connectionPoints().get(0).id()).isEqualTo("ge0");
        assertThat(Packs.errors(read)).isEmpty();
    }

    private static Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        files.put(
                "TOSCA-Metadata/TOSCA.meta",
                "TOSCA-Meta-File-Version: 1.0\nEntry-Definitions: Definitions/wall.yaml\n");
        files.put("Definitions/wall.yaml", VNFD);
        files.put("Definitions/wall_types.yaml", TYPES);
        files.put("Files/boot.sh", "#!/bin/sh\necho boot\n");
        files.put("Files/wall.img", "bits");
        files.put("Scripts/install.sh", "#!/bin/sh\n");
        return files;
    }

    private static List<String> codes(ImportedPackage read) {
        return read.report().findings().stream().map(f -> f.code()).toList();
    }

    private static ImportedPackage read(Map<String, String> files) {
        return Packs.read("wall.csar", Packs.zip(files));
    }
}
