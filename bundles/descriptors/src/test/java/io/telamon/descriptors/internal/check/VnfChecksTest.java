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

/** A VNF that is wrong in one place gets one error, at that place. */
class VnfChecksTest {
    private static final String GOOD =
            """
            vnfd:
              id: pair
              product-name: pair
              version: '1.0'
              mgmt-cp: outside
              virtual-compute-desc:
              - id: small
                virtual-cpu: {num-virtual-cpu: 1}
                virtual-memory: {size: 0.5}
              virtual-storage-desc:
              - {id: disk, size-of-storage: 2}
              sw-image-desc:
              - {id: cirros, name: cirros}
              int-virtual-link-desc:
              - id: inside
              - id: deep
              vdu:
              - id: front
                sw-image-desc: cirros
                virtual-compute-desc: small
                virtual-storage-desc: [disk]
                int-cpd:
                - id: front-out
                  virtual-network-interface-requirement:
                  - {name: eth0, position: 0, mac-address: '02:00:00:00:00:01'}
                - id: front-in
                  int-virtual-link-desc: inside
                  virtual-network-interface-requirement:
                  - {name: eth1, position: 1, ip-address: 10.1.0.9}
                monitoring-parameter:
                - {id: load, name: load, performance-metric: cpu_utilization}
              - id: back
                sw-image-desc: cirros
                virtual-compute-desc: small
                int-cpd:
                - id: back-in
                  int-virtual-link-desc: inside
                - id: back-deep
                  int-virtual-link-desc: deep
              ext-cpd:
              - id: outside
                int-cpd: {vdu-id: front, cpd: front-out}
              df:
              - id: default
                vdu-profile:
                - {id: front, min-number-of-instances: 1, max-number-of-instances: 1}
                - id: back
                  min-number-of-instances: 1
                  max-number-of-instances: 5
                  affinity-or-anti-affinity-group-id: [apart]
                instantiation-level:
                - id: small
                  vdu-level:
                  - {vdu-id: front, number-of-instances: 1}
                  - {vdu-id: back, number-of-instances: 2}
                virtual-link-profile:
                - id: inside
                  virtual-link-protocol-data:
                    l3-protocol-data:
                      cidr: 10.1.0.0/24
                      gateway-ip: 10.1.0.1
                - id: deep
                  virtual-link-protocol-data:
                    l3-protocol-data:
                      cidr: 10.2.0.0/24
                scaling-aspect:
                - id: grow
                  max-scale-level: 3
                  aspect-delta-details:
                    deltas:
                    - id: step
                      vdu-delta: [{id: back, number-of-instances: 1}]
                  scaling-policy:
                  - name: by-load
                    scaling-type: automatic
                    scaling-criteria:
                    - name: high
                      vnf-monitoring-param-ref: load
                      scale-out-threshold: 80
                  scaling-config-action:
                  - {trigger: post-scale-out, vnf-config-primitive-name-ref: tell}
                affinity-or-anti-affinity-group:
                - {id: apart, affinityorAntiaffinity: anti-affinity, scope: nfvi-node}
                dependencies:
                - {primary-id: back, secondary-id: front}
                lcm-operations-configuration:
                  operate-vnf-op-config:
                    day1-2:
                    - id: pair
                      config-primitive:
                      - {name: tell}
            """;

    @Test
    void theGoodOneHasNoFinding() {
        ImportedPackage read = Packs.text(GOOD);

        assertThat(read.report().findings()).isEmpty();
        assertThat(read.fields().unknown()).isZero();
        assertThat(read.fields().ignored()).isZero();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2} at {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "mgmt-cp: outside; mgmt-cp: elsewhere; REFERENCE_DANGLING; vnfd.mgmt-cp",
                "vdu-id: front, cpd; vdu-id: middle, cpd; REFERENCE_DANGLING; vnfd.ext-cpd[0]",
                "cpd: front-out; cpd: front-up; REFERENCE_DANGLING; vnfd.ext-cpd[0]",
                "[disk]; [tape]; REFERENCE_DANGLING; vnfd.vdu[0].virtual-storage-desc[0]",
                "virtual-compute-desc: small; virtual-compute-desc: big; REFERENCE_DANGLING;"
                        + " vnfd.vdu[0].virtual-compute-desc",
                "sw-image-desc: cirros; sw-image-desc: ubuntu; REFERENCE_DANGLING;"
                        + " vnfd.vdu[0].sw-image-desc",
                "int-virtual-link-desc: deep; int-virtual-link-desc: high; REFERENCE_DANGLING;"
                        + " vnfd.vdu[1].int-cpd[1]",
                "- id: deep; - id: inside; ID_DUPLICATE; vnfd.int-virtual-link-desc[1]",
                "- id: back; - id: front; ID_DUPLICATE; vnfd.vdu[1]",
                "02:00:00:00:00:01; 02:00:00:00:01; ADDRESS_INVALID; vnfd.vdu[0].int-cpd[0]",
                "10.1.0.9; 10.9.0.9; ADDRESS_OUTSIDE; vnfd.vdu[0].int-cpd[1]",
                "10.1.0.9; ten; ADDRESS_INVALID; vnfd.vdu[0].int-cpd[1]",
                "gateway-ip: 10.1.0.1; gateway-ip: 10.2.0.1; ADDRESS_OUTSIDE;"
                        + " vnfd.int-virtual-link-desc[0]",
                "cidr: 10.2.0.0/24; cidr: 10.1.0.128/25; CIDR_OVERLAP; vnfd.int-virtual-link-desc[1]",
                "cidr: 10.2.0.0/24; cidr: 10.2.0.0/33; CIDR_INVALID; vnfd.int-virtual-link-desc[1]",
                "cidr: 10.2.0.0/24; cidr: fd00::/64; CIDR_INVALID; vnfd.int-virtual-link-desc[1]",
                "max-number-of-instances: 5; max-number-of-instances: 1; RANGE_IMPOSSIBLE;"
                        + " vnfd.df[0].vdu-profile[1]",
                "max-number-of-instances: 5; max-number-of-instances: 2; RANGE_IMPOSSIBLE;"
                        + " vnfd.df[0].scaling-aspect[0]",
                "vdu-id: back, number-of-instances: 2; vdu-id: back, number-of-instances: 0;"
                        + " RANGE_IMPOSSIBLE; vnfd.df[0].vdu-profile[1]",
                "[{id: back, num; [{id: rear, num; REFERENCE_DANGLING;"
                        + " vnfd.df[0].scaling-aspect[0].aspect-delta-details.deltas[0].vdu-delta[0]",
                "vnf-monitoring-param-ref: load; vnf-monitoring-param-ref: heat; REFERENCE_DANGLING;"
                        + " vnfd.df[0].scaling-aspect[0].scaling-policy[0].scaling-criteria[0]",
                "name-ref: tell; name-ref: shout; REFERENCE_DANGLING;"
                        + " vnfd.df[0].scaling-aspect[0].scaling-config-action[0]",
                "primary-id: back; primary-id: rear; REFERENCE_DANGLING; vnfd",
                "primary-id: back; primary-id: front; DEPENDENCY_CYCLE; vnfd",
                "trigger: post-scale-out; trigger: sometimes; VALUE_UNKNOWN;"
                        + " vnfd.df[0].scaling-aspect[0].scaling-config-action[0].trigger",
                "num-virtual-cpu: 1; num-virtual-cpu: -1; VALUE_RANGE;"
                        + " vnfd.virtual-compute-desc[0].virtual-cpu.num-virtual-cpu"
            })
    void oneFaultGivesOneErrorAtItsPlace(String good, String bad, String code, String path) {
        ImportedPackage read = Packs.text(GOOD.replaceFirst(Pattern.quote(good), bad));

        assertThat(Packs.errors(read)).contains(code);
        Finding finding =
                read.report().findings().stream()
                        .filter(f -> f.code().equals(code))
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.place().path()).isEqualTo(path);
        assertThat(finding.place().line()).isPositive();
        assertThat(finding.place().file()).isEqualTo("test.yaml");
        assertThat(finding.hint()).isNotNull();
    }

    @Test
    void anUnknownFieldIsAWarningWithItsPath() {
        ImportedPackage read = Packs.text(GOOD.replace("  mgmt-cp:", "  mgmt-pc: x\n  mgmt-cp:"));

        assertThat(read.acceptable()).isTrue();
        assertThat(Packs.finding(read, "FIELD_UNKNOWN").place().path()).isEqualTo("vnfd.mgmt-pc");
        assertThat(read.fields().unknown()).isEqualTo(1);
    }

    @Test
    void aLevelBeyondTheRangeIsAWarning() {
        ImportedPackage read =
                Packs.text(GOOD.replace("max-scale-level: 3", "max-scale-level: 30"));

        assertThat(read.acceptable()).isTrue();
        assertThat(Packs.finding(read, "RANGE_SHORT").message()).contains("32").contains("5");
    }

    @Test
    void twoVdusOfOneNameAreRefusedEvenWithDifferentIds() {
        ImportedPackage read =
                Packs.text("vnfd: {id: x, vdu: [{id: a, name: n}, {id: b, name: n}]}");

        assertThat(Packs.errors(read)).containsExactly("NAME_DUPLICATE");
        assertThat(Packs.finding(read, "NAME_DUPLICATE").place().path()).isEqualTo("vnfd.vdu[1]");
    }

    @Test
    void aVnfWithNothingInsideIsRefused() {
        assertThat(Packs.errors(Packs.text("vnfd: {id: empty}"))).containsExactly("VNF_EMPTY");
    }

    @Test
    void aMissingIdIsRefused() {
        ImportedPackage read = Packs.text("vnfd: {vdu: [{id: a}]}");

        assertThat(Packs.errors(read)).containsExactly("FIELD_MISSING");
    }

    @Test
    void aFixedAddressForManyInstancesIsAWarning() {
        String many =
                GOOD.replace(
                                "{id: front, min-number-of-instances: 1, max-number-of-instances: 1}",
                                "{id: front, max-number-of-instances: 2}")
                        .replace("primary-id: back", "primary-id: back");

        assertThat(Packs.warnings(Packs.text(many))).contains("ADDRESS_SHARED");
    }
}
