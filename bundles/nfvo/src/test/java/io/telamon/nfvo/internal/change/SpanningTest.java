/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.PackageId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.plan.SegmentClaim;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ServerSpec;
import io.telamon.nfvo.internal.Rig;
import io.telamon.nfvo.internal.door.StoredInterconnects;
import io.telamon.northbound.api.InterconnectDraft;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.PlanPreview;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A link over two clouds: refused with the reason, or joined by an interconnect. */
class SpanningTest {
    private final Rig rig = new Rig();
    private final LaneId one = rig.account("one");
    private final LaneId two = rig.account("two");
    private final PackageId shop = rig.shop();
    private final StoredInterconnects doors = new StoredInterconnects(rig.store);

    private static NsChange.Instantiate apart(Map<String, String> parameters) {
        return new NsChange.Instantiate(Map.of("1", "one", "2", "two"), parameters, "report");
    }

    private void able() {
        rig.abilities(one, Set.of("provider-network"));
        rig.abilities(two, Set.of("provider-network"));
    }

    private void join(String name, String kind, int first, int last) {
        boolean routed = kind.equals("routed");
        doors.add(
                rig.ada,
                new InterconnectDraft(
                        name,
                        kind,
                        first,
                        last,
                        1450,
                        List.of(
                                new InterconnectDraft.Side(
                                        "one", "wire-1", routed ? "10.20.0.0/16" : ""),
                                new InterconnectDraft.Side(
                                        "two", "wire-2", routed ? "10.21.0.0/16" : ""))));
    }

    private PlanPreview tried(Map<String, String> parameters) {
        NsInstance instance = rig.service(shop, "try");
        try {
            return rig.changes.preview(instance, apart(parameters));
        } finally {
            rig.store.write(
                    work -> {
                        work.instances().remove(instance.id());
                        return null;
                    });
        }
    }

    private String refusal() {
        assertThat(tried(Map.of()).links()).isEmpty();
        NsInstance instance = rig.service(shop, "refused");
        Throwable refusal = catchThrowable(() -> rig.accept(instance.id(), apart(Map.of())));
        assertThat(refusal).isInstanceOf(TelamonException.class);
        assertThat(((TelamonException) refusal).code()).isEqualTo(ErrorCode.NO_PLACEMENT);
        return refusal.getMessage();
    }

    private NetworkSpec network(NsInstance instance, LaneId lane) {
        return rig.things(instance.id()).stream()
                .filter(thing -> thing.owner().lane().equals(lane))
                .map(Resource::spec)
                .filter(NetworkSpec.class::isInstance)
                .map(NetworkSpec.class::cast)
                .filter(spec -> spec.name().equals("vld/data"))
                .findFirst()
                .orElseThrow();
    }

    private List<SegmentClaim> taken(NsInstance instance) {
        return rig.store.read(work -> work.interconnects().claimsOf(instance.id()));
    }

    private NsInstance running(String name, Map<String, String> parameters) {
        NsInstance instance = rig.service(shop, name);
        rig.robot.run(rig.accept(instance.id(), apart(parameters)).id());
        return rig.instance(instance.id());
    }

    @Test
    void withoutAnInterconnectItIsRefused() {
        able();

        assertThat(refusal())
                .contains("Link data would span one and two", "there is no interconnect");
    }

    @Test
    void anAccountThatMayNotChooseAVlanIsNamed() {
        join("wan", "provider-network", 100, 109);
        rig.abilities(one, Set.of("provider-network"));

        assertThat(refusal()).contains("account two lacks the ability provider-network");
    }

    @Test
    void eachCloudGetsItsShareOfOneNetwork() {
        able();
        join("wan", "provider-network", 100, 109);

        assertThat(tried(Map.of()).links())
                .singleElement()
                .satisfies(
                        link -> {
                            assertThat(link.accounts()).containsExactly("one", "two");
                            assertThat(link.segment()).isEqualTo(100);
                            assertThat(link.reason())
                                    .contains(
                                            "Link data spans one and two over interconnect wan",
                                            "VLAN 100",
                                            "one has 10.128.100.2 to 10.128.100.127 of"
                                                    + " 10.128.100.0/24 and DHCP");
                        });
        NsInstance instance = running("a", Map.of());

        NetworkSpec first = network(instance, one);
        NetworkSpec second = network(instance, two);
        assertThat(first.segmentation()).isEqualTo(second.segmentation()).isEqualTo("vlan:100");
        assertThat(first.physicalNetwork()).isEqualTo("wire-1");
        assertThat(second.physicalNetwork()).isEqualTo("wire-2");
        assertThat(second.mtu()).isEqualTo(1450);
        assertThat(second.ip().dhcp()).isFalse();
        assertThat(configDrive(instance, one)).isFalse();
        assertThat(configDrive(instance, two)).isTrue();
        assertThat(taken(instance)).extracting(SegmentClaim::segment).containsExactly(100);
    }

    private boolean configDrive(NsInstance instance, LaneId lane) {
        return rig.things(instance.id()).stream()
                .filter(thing -> thing.owner().lane().equals(lane))
                .map(Resource::spec)
                .filter(ServerSpec.class::isInstance)
                .anyMatch(spec -> ((ServerSpec) spec).day0().configDrive());
    }

    @Test
    void servicesTakeDifferentVlansAndKeepThem() {
        able();
        join("wan", "provider-network", 100, 101);
        NsInstance first = running("a", Map.of());
        NsInstance second = running("b", Map.of());

        assertThat(network(second, one).segmentation()).isEqualTo("vlan:101");
        assertThat(refusal()).contains("interconnect wan has no free VLAN of 100 to 101");

        List<SegmentClaim> given = taken(first);
        rig.store.write(
                work -> {
                    given.forEach(work.interconnects()::release);
                    return null;
                });
        rig.robot.run(rig.accept(second.id(), new NsChange.Scale("1", "grow", 1)).id());
        assertThat(network(second, one).segmentation()).isEqualTo("vlan:101");
        assertThat(taken(second)).extracting(SegmentClaim::segment).containsExactly(101);
        assertThatThrownBy(() -> doors.delete(rig.ada, taken(second).get(0).interconnect()))
                .hasMessageContaining("carries links of b");
    }

    @Test
    void aRoutedOneGivesEachCloudARangeAndTheWayToTheOther() {
        able();
        join("hop", "routed", 100, 103);
        NsInstance instance = running("a", Map.of());

        NetworkSpec first = network(instance, one);
        assertThat(first.ip().cidr()).isEqualTo("10.20.0.0/18");
        assertThat(first.ip().gateway()).isEqualTo("10.20.0.1");
        assertThat(first.ip().routes())
                .singleElement()
                .satisfies(way -> assertThat(way.to()).isEqualTo("10.21.0.0/18"));
        assertThat(network(instance, two).ip().cidr()).isEqualTo("10.21.0.0/18");
    }

    @Test
    void theParameterChoosesAmongSeveral() {
        able();
        join("a-hop", "routed", 300, 300);
        join("wan", "provider-network", 100, 100);

        assertThat(tried(Map.of()).links().get(0).interconnect()).isEqualTo("wan");
        assertThat(tried(Map.of("vld/data/interconnect", "a-hop")).links().get(0).segment())
                .isEqualTo(300);
        assertThat(tried(Map.of("vld/data/interconnect", "gone")).refusals())
                .anyMatch(why -> why.contains("there is no interconnect gone"));
    }
}
