/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.catalog.api.ImportedPackage;
import io.telamon.catalog.api.PackageKind;
import io.telamon.descriptors.internal.Packs;
import io.telamon.model.descriptor.Comparison;
import io.telamon.model.descriptor.FunctionStart;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.KduKind;
import io.telamon.model.descriptor.PlacementRule;
import io.telamon.model.descriptor.ScalingTrigger;
import io.telamon.model.descriptor.Threshold;
import io.telamon.model.descriptor.VolumeKind;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What OSM's information model can say arrives in the model. */
class OsmImReaderTest {
    private static final String RICH =
            """
            vnfd:vnfd-catalog:
              vnfd:
              - id: rich
                name: rich
                vendor: Telamon
                version: 1.0
                logo: rich.png
                mgmt-interface: {vdu-id: main}
                connection-point:
                - {name: data, type: VPORT, port-security-enabled: true}
                - {name: inner, internal-vld-ref: backbone}
                internal-vld:
                - id: backbone
                  type: ELAN
                  ip-profile-ref: plan
                  internal-connection-point: [{id-ref: main-in}]
                ip-profiles:
                - name: plan
                  description: inside
                  ip-profile-params: {ip-version: ipv6, subnet-address: 'fd00:5::/64', dns-server: ['fd00:5::2']}
                vdu:
                - id: main
                  description: the machine
                  count: 2
                  image: ubuntu
                  image-checksum: ABCDEF
                  alternative-images: [{vim-type: aws, image: ami-1}]
                  vm-flavor: {vcpu-count: 4, memory-mb: 8192, storage-gb: 40}
                  guest-epa:
                    cpu-pinning-policy: DEDICATED
                    mempage-size: LARGE
                    numa-node-policy: {node-cnt: 2, node: [{id: 0}, {id: 1}]}
                  volumes:
                  - {name: logs, size: 5}
                  - {name: scratch, size: 7, ephemeral: true, device-bus: virtio}
                  supplemental-boot-data:
                    boot-data-drive: true
                    custom-meta-data: [{name: role, value: main}]
                    config-file: [{source: app.cfg, dest: /etc/app.cfg}]
                  cloud-init: |
                    #cloud-config
                  internal-connection-point: [{id: main-in, port-security-enabled: false}]
                  interface:
                  - name: eth1
                    position: 2
                    type: INTERNAL
                    mac-address: 02:00:00:00:00:02
                    virtual-interface: {type: SR-IOV, vpci: '0000:00:0b.0', bandwidth: 1000000}
                    internal-connection-point-ref: main-in
                  - name: eth0
                    position: 1
                    type: EXTERNAL
                    mgmt-interface: true
                    virtual-interface: {type: E1000, bandwidth: 0}
                    external-connection-point-ref: data
                  monitoring-param: [{id: cpu, nfvi-metric: cpu_utilization}]
                monitoring-param:
                - id: load
                  name: load
                  aggregation-type: AVERAGE
                  vdu-monitoring-param: {vdu-ref: main, vdu-monitoring-param-ref: cpu}
                scaling-group-descriptor:
                - name: grow
                  min-instance-count: 0
                  max-instance-count: 4
                  vdu: [{vdu-id-ref: main, count: 2}]
                  scaling-policy:
                  - name: auto
                    scaling-type: automatic
                    enabled: true
                    threshold-time: 10
                    cooldown-time: 120
                    scale-out-operation-type: OR
                    scaling-criteria:
                    - name: high
                      vnf-monitoring-param-ref: load
                      scale-out-threshold: 80
                      scale-out-relational-operation: GE
                      scale-in-threshold: 20
                      scale-in-relational-operation: LT
                  scaling-config-action: [{trigger: pre-scale-in, vnf-config-primitive-name-ref: drain}]
                vnf-configuration:
                  juju: {charm: rich, proxy: true}
                  initial-config-primitive:
                  - {seq: 2, name: second}
                  - seq: 1
                    name: first
                    parameter: [{name: host, value: <rw_mgmt_ip>}]
                  config-primitive:
                  - name: drain
                    parameter: [{name: slow, data-type: BOOLEAN, mandatory: true, default-value: 'yes'}]
                  terminate-config-primitive: [{seq: 1, name: bye}]
                placement-groups:
                - {name: near, strategy: ISOLATION, member-vdus: [{member-vdu-ref: main}]}
                kdu:
                - {name: chart, helm-chart: stable/openldap, service: [{name: ldap}]}
                - {name: bundle, juju-bundle: cs:squid}
            """;

    @Test
    void everythingOfARichVnfdArrives() {
        ImportedPackage read = Packs.text(RICH);

        assertThat(Packs.errors(read)).isEmpty();
        assertThat(Packs.warnings(read)).containsExactly("FILE_MISSING");
        assertThat(read.fields().unknown()).isZero();
        assertThat(read.fields().ignored()).isEqualTo(1);
        assertThat(read.functions().get(0).info().version()).isEqualTo("1.0");
    }

    @Test
    void sizesDisksAndImagesArrive() {
        var vdu = Packs.text(RICH).functions().get(0).vdus().get(0);

        assertThat(vdu.compute().vcpus()).isEqualTo(4);
        assertThat(vdu.compute().memoryMb()).isEqualTo(8192);
        assertThat(vdu.compute().diskGb()).isEqualTo(40);
        assertThat(vdu.compute().extras())
                .containsEntry("guest-epa.cpu-pinning-policy", "DEDICATED")
                .containsEntry("guest-epa.numa-node-policy.node[1].id", "1");
        assertThat(vdu.volumes())
                .extracting(v -> v.id() + v.sizeGb())
                .containsExactly("logs5", "scratch7");
        assertThat(vdu.volumes())
                .extracting(v -> v.kind())
                .containsExactly(VolumeKind.PERSISTENT, VolumeKind.EPHEMERAL);
        assertThat(vdu.image().orElseThrow().nameFor("aws")).isEqualTo("ami-1");
        assertThat(vdu.image().orElseThrow().checksum()).contains("md5:abcdef");
        assertThat(vdu.day0().configDrive()).isTrue();
        assertThat(vdu.day0().userData()).contains("#cloud-config\n");
        assertThat(vdu.day0().parameters())
                .isEqualTo(Map.of("role", "main", "file:/etc/app.cfg", "app.cfg"));
    }

    @Test
    void interfacesArriveInTheOrderOfTheirPositions() {
        var vnf = Packs.text(RICH).functions().get(0);
        var cards = vnf.vdus().get(0).interfaces();

        assertThat(cards).extracting(c -> c.name()).containsExactly("eth0", "eth1");
        assertThat(cards.get(0).type()).isEqualTo(InterfaceType.E1000);
        assertThat(cards.get(0).traits().management()).isTrue();
        assertThat(cards.get(0).traits().bandwidth()).isEmpty();
        assertThat(cards.get(1).type()).isEqualTo(InterfaceType.SR_IOV);
        assertThat(cards.get(1).traits().bandwidth()).contains(1_000_000L);
        assertThat(cards.get(1).traits().portSecurity()).contains(false);
        assertThat(cards.get(1).address().vpci()).contains("0000:00:0b.0");
        assertThat(cards.get(1).attachment().internalLink()).contains("backbone");
        assertThat(vnf.connectionPoint("data").orElseThrow().vduId()).contains("main");
        assertThat(vnf.connectionPoint("inner").orElseThrow().internalLink()).contains("backbone");
        assertThat(vnf.management().vduId()).contains("main");
        assertThat(vnf.virtualLinks().get(0).ipProfile().orElseThrow().dns())
                .containsExactly("fd00:5::2");
    }

    @Test
    void scalingArrivesAndWidensTheRange() {
        var vnf = Packs.text(RICH).functions().get(0);
        var aspect = vnf.scalingAspects().get(0);
        var policy = aspect.policies().get(0);

        assertThat(aspect.maxLevel()).isEqualTo(4);
        assertThat(aspect.stepTo(3)).isEqualTo(Map.of("main", 2));
        assertThat(vnf.vdus().get(0).count().initial()).isEqualTo(2);
        assertThat(vnf.vdus().get(0).count().max()).isEqualTo(10);
        assertThat(policy.automatic()).isTrue();
        assertThat(policy.allForOut()).isFalse();
        assertThat(policy.allForIn()).isTrue();
        assertThat(policy.cooldown()).isEqualTo(Duration.ofMinutes(2));
        assertThat(policy.criteria().get(0).out()).contains(new Threshold(Comparison.GE, 80));
        assertThat(policy.criteria().get(0).in()).contains(new Threshold(Comparison.LT, 20));
        assertThat(aspect.actions().get(0).trigger()).isEqualTo(ScalingTrigger.PRE_SCALE_IN);
    }

    @Test
    void behaviourArrives() {
        var vnf = Packs.text(RICH).functions().get(0);
        var day = vnf.behaviour().configurations().get(0);

        assertThat(day.environments().get(0).kind()).isEqualTo("juju");
        assertThat(day.environments().get(0).reference()).isEqualTo("rich");
        assertThat(day.initial()).extracting(p -> p.name()).containsExactly("first", "second");
        assertThat(day.initial().get(0).parameters().get(0).value()).contains("<rw_mgmt_ip>");
        assertThat(day.primitives().get(0).parameters().get(0).mandatory()).isTrue();
        assertThat(day.terminate()).hasSize(1);
        assertThat(vnf.behaviour().monitoringParameters().get(0).metric())
                .isEqualTo("cpu_utilization");
        assertThat(vnf.placementGroups().get(0).rule()).isEqualTo(PlacementRule.ANTI_AFFINITY);
        assertThat(vnf.kdus())
                .extracting(k -> k.kind())
                .containsExactly(KduKind.HELM_CHART, KduKind.JUJU_BUNDLE);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"bootstrap\": \"true\"}', BOOTSTRAP",
        "'{\"start\": \"false\"}', ON_EVENT",
        "'{\"start\": \"true\"}', IMMEDIATE",
        "'', IMMEDIATE"
    })
    void anActionPathMarksAServerlessFunction(String mark, FunctionStart start) {
        ImportedPackage read = Packs.text(function("/guest/media/ping", mark));
        var vdu = read.functions().get(0).vdus().get(0);

        assertThat(read.acceptable()).isTrue();
        assertThat(vdu.function().orElseThrow().path()).isEqualTo("/guest/media/ping");
        assertThat(vdu.function().orElseThrow().start()).isEqualTo(start);
        assertThat(vdu.image()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/images/linux/disk.qcow2", "/a/b", "/a/b/c/d", "ubuntu", "a/b/c"})
    void otherPathsAreImages(String image) {
        var vdu = Packs.text(function(image, "")).functions().get(0).vdus().get(0);

        assertThat(vdu.function()).isEmpty();
        assertThat(vdu.image().orElseThrow().name()).isEqualTo(image);
    }

    @Test
    void cloudInitIsTakenFromThePackage() {
        String vnfd = function("ubuntu", "").replace("cloud-init: ''", "cloud-init-file: boot.txt");
        var files = Map.of("top/v.yaml", vnfd, "top/cloud_init/boot.txt", "#cloud-config\nx: y\n");

        ImportedPackage read = Packs.read("p.tar.gz", Packs.tarGz(files));

        var day0 = read.functions().get(0).vdus().get(0).day0();
        assertThat(day0.userData()).contains("#cloud-config\nx: y\n");
        assertThat(day0.file()).contains("cloud_init/boot.txt");
    }

    @Test
    void aPhysicalFunctionIsRead() {
        ImportedPackage read =
                Packs.text(
                        """
                        pnfd:pnfd-catalog:
                          pnfd:
                          - id: router
                            name: router
                            connection-point: [{name: ge0}, {name: ge1}]
                        """);

        assertThat(read.kind()).isEqualTo(Optional.of(PackageKind.PNF));
        assertThat(read.physical().get(0).connectionPoints()).hasSize(2);
        assertThat(read.report().findings()).isEmpty();
    }

    private static String function(String image, String cloudInit) {
        return """
        vnfd:vnfd-catalog:
          vnfd:
          - id: f
            connection-point: [{name: eth0}]
            vdu:
            - id: f
              image: %s
              cloud-init: '%s'
              interface:
              - {name: eth0, type: EXTERNAL, external-connection-point-ref: eth0}
        """
                .formatted(image, cloudInit);
    }
}
