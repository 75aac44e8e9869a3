/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.openbaton;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.catalog.api.PackageKind;
import io.telamon.descriptors.internal.Packs;
import io.telamon.model.descriptor.LifecycleEvent;
import io.telamon.model.descriptor.LifecycleScript;
import io.telamon.model.descriptor.MemberDependency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Open Baton's services and packages can say arrives in the model. */
class OpenBatonReaderTest {
    private static final String VNFD =
            """
            {
              "id": "7", "hbVersion": 1, "shared": false,
              "name": "server", "vendor": "fokus", "version": "0.1", "type": "media",
              "endpoint": "generic",
              "lifecycle_event": [
                {"event": "INSTANTIATE", "lifecycle_events": ["install.sh"]},
                {"event": "START", "lifecycle_events": ["start.sh", "check.sh"]}
              ],
              "configurations": {
                "name": "c", "configurationParameters": [{"confKey": "port", "value": "80", "description": "d"}]
              },
              "provides": ["address"],
              "requires": {"database": {"parameters": ["ip", "port"]}},
              "monitoring_parameter": ["agent.ping"],
              "vdu": [
                {
                  "name": "node", "vm_image": ["first", "second"], "scale_in_out": 3,
                  "hostname": "srv", "computation_requirement": "m1.large",
                  "vimInstanceName": ["paris", "berlin"], "fault_management_policy": [{"name": "f"}],
                  "vnfc": [
                    {"connection_point": [
                      {"virtual_link_reference": "lan", "interfaceId": 1, "fixedIp": "10.0.0.9"},
                      {"virtual_link_reference": "wan", "interfaceId": 0, "floatingIp": "random", "chosenPool": "blue"}
                    ]}
                  ]
                },
                {"vm_image": ["first"], "vnfc": [{"connection_point": [{"virtual_link_reference": "lan"}]}]}
              ],
              "virtual_link": [{"name": "lan", "cidr": "10.0.0.0/24"}, {"name": "wan"}],
              "deployment_flavour": [{"flavour_key": "m1.small"}],
              "vdu_dependency": [{"source": "node", "target": "vdu-2"}]
            }
            """;

    private static final String NSD =
            """
            {
              "name": "site", "vendor": "fokus", "version": "1",
              "vnfd": [%s, %s],
              "vld": [{"name": "lan", "dns": ["9.9.9.9"], "cidr": "10.0.0.0/24"}],
              "vnf_dependency": [
                {"source": {"name": "database"}, "target": {"name": "server"}, "parameters": ["user"]}
              ]
            }
            """
                    .formatted(
                            VNFD,
                            VNFD.replace("\"server\"", "\"database\"")
                                    .replace("database\": {", "none\": {"));

    @Test
    void everythingOfAVnfdArrives() {
        ImportedPackage read = Packs.text(VNFD);
        var vnf = read.functions().get(0);

        assertThat(read.kind()).contains(PackageKind.VNF);
        assertThat(vnf.id()).isEqualTo("fokus/server/0.1");
        assertThat(vnf.info().name()).isEqualTo("server");
        assertThat(vnf.behaviour().vnfm()).contains("generic");
        assertThat(vnf.behaviour().parameters()).isEqualTo(Map.of("port", "80"));
        assertThat(vnf.behaviour().provides()).containsExactly("address");
        assertThat(vnf.behaviour().requires()).isEqualTo(Map.of("database", List.of("ip", "port")));
        assertThat(vnf.behaviour().scripts())
                .containsExactly(
                        new LifecycleScript(LifecycleEvent.INSTANTIATE, List.of("install.sh")),
                        new LifecycleScript(LifecycleEvent.START, List.of("start.sh", "check.sh")));
        assertThat(vnf.vduDependencies())
                .containsExactly(new MemberDependency("node", "vdu-2", List.of()));
        assertThat(read.fields().unknown()).isZero();
        assertThat(read.acceptable()).isTrue();
    }

    @Test
    void vdusArriveWithAllTheirNames() {
        var vnf = Packs.text(VNFD).functions().get(0);
        var node = vnf.vdus().get(0);

        assertThat(node.compute().flavourName()).contains("m1.large");
        assertThat(vnf.vdus().get(1).compute().flavourName()).contains("m1.small");
        assertThat(vnf.vdus().get(1).id()).isEqualTo("vdu-2");
        assertThat(node.image().orElseThrow().alternatives().get(0).name()).isEqualTo("second");
        assertThat(node.placement().vims()).containsExactly("paris", "berlin");
        assertThat(node.labels()).containsEntry("hostname", "srv");
        assertThat(node.count().max()).isEqualTo(3);
        assertThat(vnf.scalingAspects().get(0).maxLevel()).isEqualTo(2);
        assertThat(node.interfaces()).extracting(i -> i.name()).containsExactly("eth0", "eth1");
        assertThat(node.interfaces().get(0).address().floatingIp()).contains("blue");
        assertThat(node.interfaces().get(1).address().fixedIp()).contains("10.0.0.9");
    }

    @Test
    void aServiceBringsItsVnfsAndMergesDependencies() {
        ImportedPackage read = Packs.text(NSD);
        var service = read.services().get(0);

        assertThat(Packs.errors(read)).containsExactly("REFERENCE_DANGLING");
        assertThat(read.functions())
                .extracting(f -> f.id())
                .containsExactly("site/server", "site/database");
        assertThat(service.dependencies())
                .contains(
                        new MemberDependency("database", "server", List.of("user", "ip", "port")));
        assertThat(service.member("server").orElseThrow().connections())
                .extracting(c -> c.virtualLink())
                .containsExactly("lan");
        assertThat(service.virtualLink("lan").orElseThrow().ipProfile().orElseThrow().dns())
                .containsExactly("9.9.9.9");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "\"virtual_link_reference\": \"wan\"; \"virtual_link_reference\": \"man\"; REFERENCE_DANGLING",
                "\"endpoint\": \"generic\",; ; FIELD_MISSING",
                "\"type\": \"media\",; ; FIELD_MISSING",
                "\"vm_image\": [\"first\", \"second\"],; ; FIELD_MISSING",
                "\"scale_in_out\": 3; \"scale_in_out\": 0; RANGE_IMPOSSIBLE",
                "\"event\": \"START\"; \"event\": \"DANCE\"; VALUE_UNKNOWN",
                "10.0.0.9; 10.0.1.9; ADDRESS_OUTSIDE",
                "10.0.0.0/24; 10.0.0.0; CIDR_INVALID",
                "\"target\": \"vdu-2\"; \"target\": \"vdu-9\"; REFERENCE_DANGLING",
                "\"scale_in_out\": 3; \"scale_in_out\": \"three\"; FIELD_TYPE"
            })
    void oneFaultGivesOneError(String good, String bad, String code) {
        String text = VNFD.replace(good, bad == null ? "" : bad);

        assertThat(text).isNotEqualTo(VNFD);
        assertThat(Packs.errors(Packs.text(text))).contains(code);
    }

    @Test
    void componentsThatDifferAreAWarning() {
        String two =
                VNFD.replace(
                        "[{\"connection_point\": [{\"virtual_link_reference\": \"lan\"}]}]",
                        "[{\"connection_point\": [{\"virtual_link_reference\": \"lan\"}]},"
                                + " {\"connection_point\": [{\"virtual_link_reference\": \"wan\"}]}]");

        ImportedPackage read = Packs.text(two);

        assertThat(Packs.warnings(read)).contains("COMPONENT_DIFFERS");
        assertThat(read.functions().get(0).vdus().get(1).count().initial()).isEqualTo(2);
    }

    @Test
    void aPackageNeedsItsScripts() {
        var files = new LinkedHashMap<String, String>();
        files.put("Metadata.yaml", "name: server\nprovider: fokus\n");
        files.put("vnfd.json", VNFD);
        files.put("scripts/install.sh", "#!/bin/sh\n");
        files.put("scripts/start.sh", "#!/bin/sh\n");

        ImportedPackage read = Packs.read("p.tar", Packs.tar(files));

        assertThat(Packs.errors(read)).containsExactly("FILE_MISSING");
        assertThat(Packs.finding(read, "FILE_MISSING").message()).contains("check.sh");
        files.put("scripts/check.sh", "#!/bin/sh\n");
        assertThat(Packs.errors(Packs.read("p.tar", Packs.tar(files)))).isEmpty();
    }

    @Test
    void scriptsFromARepositoryNeedNotBeInThePackage() {
        var files =
                Map.of(
                        "Metadata.yaml",
                        "name: server\nscripts-link: https://git.invalid/scripts.git\n",
                        "vnfd.json",
                        VNFD);

        assertThat(Packs.errors(Packs.read("p.tar", Packs.tar(files)))).isEmpty();
    }

    @Test
    void bothSpellingsOfOneKeyAreRefused() {
        var files =
                Map.of(
                        "Metadata.yaml",
                        "name: s\nscripts-link: x\nvim_types: [a]\nvim-types: [b]\n",
                        "vnfd.json",
                        VNFD);

        assertThat(Packs.errors(Packs.read("p.tar", Packs.tar(files))))
                .containsExactly("KEY_DUPLICATE");
    }

    @Test
    void anImageNamedByTheMetadataServesVdusWithoutOne() {
        var files =
                Map.of(
                        "Metadata.yaml",
                        "name: s\nscripts-link: x\nimages: {cirros: {url: 'https://i.invalid'}}\n",
                        "vnfd.json",
                        VNFD.replace("\"vm_image\": [\"first\", \"second\"],", ""));

        ImportedPackage read = Packs.read("p.tar", Packs.tar(files));

        assertThat(read.functions().get(0).vdus().get(0).image().orElseThrow().name())
                .isEqualTo("cirros");
    }

    @Test
    void vnfdsByReferenceBecomeMembers() {
        ImportedPackage read =
                Packs.text(
                        """
                        {"name": "n", "vendor": "v", "vnfd": [{"id": "fokus/server/0.1"}, {"id": "abc"}],
                         "vld": [{"name": "lan"}], "pnfd": [{"name": "box", "id": "p"}]}
                        """);
        var service = read.services().get(0);

        assertThat(Packs.errors(read)).isEmpty();
        assertThat(service.members())
                .extracting(m -> m.memberIndex() + "=" + m.vnfdId())
                .containsExactly("server=fokus/server/0.1", "abc=abc");
        assertThat(service.pnfMembers().get(0).memberIndex()).isEqualTo("box");
    }
}
