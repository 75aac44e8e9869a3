/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.PackageId;
import io.telamon.model.VimAccountId;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.ForwardingGraph;
import io.telamon.model.descriptor.ForwardingPath;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.PathHop;
import io.telamon.model.descriptor.TrafficClassifier;
import io.telamon.model.descriptor.TrafficSource;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import io.telamon.model.instance.Topology;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.nfvo.internal.Descriptors;
import io.telamon.nfvo.internal.plan.Desired;
import io.telamon.nfvo.internal.plan.Refusal;
import io.telamon.testkit.Samples;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Paths become chains on the controller that fits, or are refused with the reason. */
class ChainsTest {
    private final Map<LaneId, Account> accounts = new LinkedHashMap<>();
    private final Map<LaneId, Inventory> inventories = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();

    private LaneId cloud(String name, Map<String, String> settings) {
        LaneId lane = LaneId.of(new VimAccountId(name));
        accounts.put(lane, Samples.account(Samples.tenant(), lane, name).withSettings(settings));
        inventories.put(
                lane,
                new Inventory(
                        Samples.NOW,
                        Set.of(),
                        Map.of(Inventory.ANY, Inventory.ANY),
                        Map.of(),
                        Set.of(),
                        Quota.unlimited(),
                        Quota.zero()));
        return lane;
    }

    private LaneId controller(String name, String vim) {
        LaneId lane = new LaneId(LaneKind.SDN, name);
        Map<String, String> settings = vim.isEmpty() ? Map.of() : Map.of("vim-account", vim);
        accounts.put(lane, Samples.account(Samples.tenant(), lane, name).withSettings(settings));
        return lane;
    }

    private static ForwardingPath path(PathHop... hops) {
        TrafficClassifier all =
                new TrafficClassifier("all", TrafficSource.member("1", "front"), List.of());
        return new ForwardingPath("p", "p", List.of(hops), List.of(all), false, Optional.empty());
    }

    private DesiredTopology desired(LaneId web, LaneId db, ForwardingPath path) {
        NsDescriptor nsd =
                NsDescriptor.builder(DescriptorInfo.of("shop", "1.0"))
                        .members(Descriptors.shop().members())
                        .virtualLinks(List.of(VirtualLink.lan("data")))
                        .forwardingGraphs(
                                List.of(new ForwardingGraph("g", "g", List.of(path), List.of())))
                        .build();
        Map<String, VnfDescriptor> vnfds = Map.of("1", Descriptors.web(), "2", Descriptors.db());
        List<VnfInstance> members =
                List.of(member("1", vnfds.get("1"), web), member("2", vnfds.get("2"), db));
        Topology topology = new Topology(members, parameters, Topology.REPORT, Map.of());
        ServicePicture picture =
                new ServicePicture(nsd, vnfds, Map.of(), topology, (vnf, name) -> Optional.empty());
        return DesiredTopology.of(
                picture, new Clouds(accounts, inventories, Map.of()), Joins::none);
    }

    private static VnfInstance member(String index, VnfDescriptor vnfd, LaneId lane) {
        return new VnfInstance(
                index,
                vnfd.info().id(),
                PackageId.create(),
                new VimAccountId(lane.id()),
                "told so",
                Map.of("srv", 1),
                Map.of());
    }

    private List<String> refusals(LaneId web, LaneId db) {
        return desired(web, db, path(new PathHop(0, "2", "front", "front"))).refusals().stream()
                .map(Refusal::reason)
                .toList();
    }

    private LaneId chosen(LaneId web, LaneId db) {
        DesiredTopology desired = desired(web, db, path(new PathHop(0, "2", "front", "front")));
        assertThat(desired.refusals()).isEmpty();
        return chain(desired).lane();
    }

    private static Desired chain(DesiredTopology desired) {
        return desired.things().stream()
                .filter(thing -> thing.spec() instanceof ChainSpec)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theControllerThatRidesOnTheMembersCloudIsTaken() {
        LaneId one = cloud("one", Map.of());
        LaneId two = cloud("two", Map.of());
        LaneId onOne = controller("chains-one", "one");
        LaneId onTwo = controller("chains-two", "two");
        controller("alone", "");

        assertThat(chosen(one, one)).isEqualTo(onOne);
        assertThat(chosen(two, two)).isEqualTo(onTwo);
    }

    @Test
    void theSettingOfTheCloudAndTheParameterComeFirst() {
        LaneId one = cloud("one", Map.of("sdn-account", "alone"));
        controller("chains-one", "one");
        LaneId alone = controller("alone", "");
        LaneId other = controller("other", "");

        assertThat(chosen(one, one)).isEqualTo(alone);
        parameters.put("sdn-account", "other");
        assertThat(chosen(one, one)).isEqualTo(other);
        parameters.put("sdn-account", "nobody");
        assertThat(refusals(one, one)).singleElement().asString().contains("nobody", "sdn:list");
    }

    @Test
    void withoutOrWithSeveralControllersTheReasonIsSaid() {
        LaneId one = cloud("one", Map.of());

        assertThat(refusals(one, one))
                .singleElement()
                .asString()
                .contains("Path p of forwarding graph g", "one has no SDN account");
        controller("a", "one");
        controller("b", "one");
        assertThat(refusals(one, one)).singleElement().asString().contains("a, b", "name one");
        parameters.put("forwarding-graphs", "skip");
        assertThat(refusals(one, one)).isEmpty();
    }

    @Test
    void aPathOverTwoCloudsIsRefused() {
        LaneId one = cloud("one", Map.of());
        LaneId two = cloud("two", Map.of());
        LaneId alone = controller("alone", "");

        assertThat(refusals(one, two))
                .anySatisfy(reason -> assertThat(reason).contains("a chain lies on one cloud"));
        parameters.put("sdn-account", "alone");
        assertThat(refusals(one, two)).noneMatch(reason -> reason.startsWith("Path"));
        assertThat(alone).isNotNull();
        controller("chains-one", "one");
        parameters.put("sdn-account", "chains-one");
        assertThat(refusals(one, two))
                .anySatisfy(
                        reason ->
                                assertThat(reason)
                                        .contains("chains-one makes chains on one only", "two"));
    }

    @Test
    void cloudsWithControllersOfTheirOwnDoNotShareAPath() {
        LaneId one = cloud("one", Map.of("sdn-account", "a"));
        LaneId two = cloud("two", Map.of("sdn-account", "b"));
        controller("a", "");
        controller("b", "");

        assertThat(refusals(one, two))
                .anySatisfy(reason -> assertThat(reason).contains("two and one", "of its own"));
    }

    @Test
    void positionsBeginAtZeroWhateverTheDescriptorCountsFrom() {
        LaneId one = cloud("one", Map.of());
        controller("alone", "");

        DesiredTopology desired =
                desired(
                        one,
                        one,
                        path(
                                new PathHop(5, "2", "front", "front"),
                                new PathHop(1, "1", "front", "front")));

        assertThat(((ChainSpec) chain(desired).spec()).hops())
                .extracting(ChainSpec.Hop::position)
                .containsExactly(1, 0);
    }

    @Test
    void functionsOfAPathLetForeignPacketsPass() {
        LaneId one = cloud("one", Map.of());
        controller("alone", "");

        DesiredTopology desired = desired(one, one, path(new PathHop(0, "2", "front", "front")));

        assertThat(cards(desired, "vnf/2")).extracting(InterfaceSpec::forwarding).contains(true);
        assertThat(cards(desired, "vnf/1")).noneMatch(InterfaceSpec::forwarding);
        parameters.put("forwarding-graphs", "skip");
        assertThat(cards(desired(one, one, path(new PathHop(0, "2", "front", "front"))), "vnf/2"))
                .noneMatch(InterfaceSpec::forwarding);
    }

    private static List<InterfaceSpec> cards(DesiredTopology desired, String member) {
        return desired.things().stream()
                .filter(thing -> thing.key().startsWith(member))
                .filter(thing -> thing.spec() instanceof ServerSpec)
                .flatMap(thing -> ((ServerSpec) thing.spec()).interfaces().stream())
                .toList();
    }
}
