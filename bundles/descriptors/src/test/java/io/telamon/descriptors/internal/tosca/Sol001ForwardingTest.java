/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.descriptors.internal.Packs;
import io.telamon.model.descriptor.PathHop;
import io.telamon.model.descriptor.PortRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forwarding graphs of SOL001 arrive as paths of hops with classifiers. */
class Sol001ForwardingTest {
    private static final String NSD =
            """
            tosca_definitions_version: tosca_simple_yaml_1_3
            node_types:
              acme.Ns: {derived_from: tosca.nodes.nfv.NS}
              acme.Vnf:
                derived_from: tosca.nodes.nfv.VNF
                properties: {descriptor_id: {type: string, default: vnf-id}}
            topology_template:
              substitution_mappings: {node_type: acme.Ns}
              node_templates:
                self:
                  type: acme.Ns
                  properties: {descriptor_id: ns, designer: D, version: '1', name: n, invariant_id: i, flavour_id: f}
                a:
                  type: acme.Vnf
                  requirements: [{left: lan}, {right: wan}]
                b:
                  type: acme.Vnf
                  requirements: [{port: lan}]
                c:
                  type: acme.Vnf
                  requirements: [{port: lan}]
                lan:
                  type: tosca.nodes.nfv.NsVirtualLink
                  properties: {connectivity_type: {layer_protocols: [ipv4]}}
                wan:
                  type: tosca.nodes.nfv.NsVirtualLink
                  properties: {connectivity_type: {layer_protocols: [ipv4]}}
                sap:
                  type: tosca.nodes.nfv.Sap
                  requirements: [{internal_virtual_link: lan}]
                e0:
                  type: tosca.nodes.nfv.NfpPositionElement
                  requirements: [{profile_element: sap}]
                e1:
                  type: tosca.nodes.nfv.NfpPositionElement
                  requirements:
                  - profile_element: {node: a, capability: left_forwarding}
                  - profile_element: {node: a, capability: right_forwarding}
                e2:
                  type: tosca.nodes.nfv.NfpPositionElement
                  requirements: [{profile_element: b}]
                e3:
                  type: tosca.nodes.nfv.NfpPositionElement
                  requirements: [{profile_element: c}]
                p0:
                  type: tosca.nodes.nfv.NfpPosition
                  requirements: [{element: e0}]
                p1:
                  type: tosca.nodes.nfv.NfpPosition
                  requirements: [{element: e1}]
                p2:
                  type: tosca.nodes.nfv.NfpPosition
                  properties: {forwarding_behaviour: lb}
                  requirements: [{element: e2}, {element: e3}]
                path:
                  type: tosca.nodes.nfv.NFP
                  requirements: [{nfp_position: p0}, {nfp_position: p1}, {nfp_position: p2}]
              groups:
                graph:
                  type: tosca.groups.nfv.VNFFG
                  properties: {description: d}
                  members: [path, a, b, c, lan]
              policies:
              - web:
                  type: tosca.policies.nfv.NfpRule
                  targets: [path]
                  properties:
                    protocol: tcp
                    ether_type: ipv4
                    source_ip_address_prefix: 10.0.0.0/8
                    destination_port_range: [80, 443]
            """;

    @Test
    void positionsBecomeHopsAndElementsOfOnePositionShareTheLoad() {
        ImportedPackage read = Packs.text(NSD);
        var graph = read.services().get(0).forwardingGraphs().get(0);

        assertThat(read.report().findings()).isEmpty();
        assertThat(graph.memberIndexes()).containsExactly("a", "b", "c");
        assertThat(graph.paths().get(0).hops())
                .containsExactly(
                        new PathHop(0, "a", "left", "right"),
                        new PathHop(1, "b", "port", "port"),
                        new PathHop(1, "c", "port", "port"));
    }

    @Test
    void rulesBecomeClassifiers() {
        var path = Packs.text(NSD).services().get(0).forwardingGraphs().get(0).paths().get(0);
        var match = path.classifiers().get(0).matches().get(0);

        assertThat(path.classifiers().get(0).id()).isEqualTo("web");
        assertThat(match.protocol()).contains(6);
        assertThat(match.sourcePrefix()).contains("10.0.0.0/8");
        assertThat(match.destinationPorts()).contains(new PortRange(80, 443));
        assertThat(match.others()).containsEntry("ether_type", "ipv4");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "members: [path, a; members: [bath, a; REFERENCE_DANGLING",
                "capability: left_forwarding; capability: up; REFERENCE_DANGLING",
                "[80, 443]; [80]; FIELD_TYPE",
                "[80, 443]; [443, 80]; VALUE_RANGE",
                "protocol: tcp; protocol: pigeon; VALUE_UNKNOWN",
                "[{element: e2}, {element: e3}]; []; NOTHING"
            })
    void oneFaultGivesOneError(String good, String bad, String code) {
        String text = NSD.replace(good, bad);
        assertThat(text).isNotEqualTo(NSD);

        var errors = Packs.errors(Packs.text(text));

        if (code.equals("NOTHING")) {
            assertThat(errors).isEmpty();
        } else {
            assertThat(errors).contains(code);
        }
    }
}
