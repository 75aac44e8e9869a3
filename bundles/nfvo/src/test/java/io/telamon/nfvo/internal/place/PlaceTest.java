/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.LaneId;
import io.telamon.model.VimAccountId;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import io.telamon.model.instance.Topology;
import io.telamon.nfvo.internal.Descriptors;
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.PlacementRules;
import io.telamon.testkit.Samples;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where members go and why, and how much room there is. */
class PlaceTest {
    private static final Map<String, VnfDescriptor> VNFDS =
            Map.of("1", Descriptors.web(), "2", Descriptors.db());
    private final Map<LaneId, Account> accounts = new LinkedHashMap<>();
    private final Map<LaneId, Inventory> inventories = new HashMap<>();
    private final Map<LaneId, Quota> reserved = new HashMap<>();

    private LaneId cloud(String name, Quota limit, Quota used) {
        LaneId lane = LaneId.of(new VimAccountId(name));
        accounts.put(lane, Samples.account(Samples.tenant(), lane, name));
        inventories.put(
                lane,
                new Inventory(Samples.NOW, Set.of(), Map.of(), Map.of(), Set.of(), limit, used));
        return lane;
    }

    private static Quota cpus(long count) {
        return new Quota(100, count, 100_000, 100);
    }

    private LaneId labelled(String name, long free, Map<String, String> labels) {
        LaneId lane = cloud(name, cpus(free), Quota.zero());
        Account plain = accounts.get(lane);
        accounts.put(
                lane,
                new Account(
                        lane,
                        plain.tenant(),
                        name,
                        plain.type(),
                        plain.endpoint(),
                        plain.settings(),
                        labels,
                        "",
                        0));
        return lane;
    }

    private List<Placement.Decision> place(Map<String, String> wishes) {
        return place(VNFDS, wishes, PlacementRules.any());
    }

    private List<Placement.Decision> place(PlacementRules rules) {
        return place(VNFDS, Map.of(), rules);
    }

    private List<Placement.Decision> place(
            Map<String, VnfDescriptor> vnfds, Map<String, String> wishes, PlacementRules rules) {
        Clouds clouds = new Clouds(accounts, inventories, Map.of());
        NsChange.Instantiate change =
                new NsChange.Instantiate(wishes, Map.of(), Topology.REPORT, rules);
        Room room = new Room(inventories, reserved);
        return new Placement(Descriptors.shop(), vnfds, change, clouds, room).decide();
    }

    private static PlacementRules aim(PlacementRules.Aim aim) {
        return new PlacementRules(aim, Map.of(), 0);
    }

    @Test
    void membersOnOneLinkStayTogetherWhereMostRoomIs() {
        cloud("small", cpus(8), Quota.zero());
        LaneId big = cloud("big", cpus(80), Quota.zero());

        List<Placement.Decision> decisions = place(Map.of());

        assertThat(decisions).extracting(Placement.Decision::account).containsExactly(big, big);
        assertThat(decisions.get(0).reason()).contains("big has most room (80 vCPUs free)");
    }

    @Test
    void aWishCarriesTheMembersOnItsLinkAlong() {
        LaneId small = cloud("small", cpus(8), Quota.zero());
        cloud("big", cpus(80), Quota.zero());

        List<Placement.Decision> decisions = place(Map.of("2", "small"));

        assertThat(decisions).extracting(Placement.Decision::account).containsOnly(small);
        assertThat(decisions.get(0).reason()).contains("shares a network");
    }

    @Test
    void anUnknownWishIsNamed() {
        cloud("small", cpus(8), Quota.zero());

        assertThat(place(Map.of("*", "nowhere")))
                .extracting(Placement.Decision::reason)
                .containsOnly("there is no VIM account nowhere");
    }

    @Test
    void whatDoesNotFitIsRefusedWithNumbers() {
        cloud("small", cpus(3), Quota.zero());

        assertThat(place(Map.of()))
                .first()
                .returns(null, Placement.Decision::account)
                .satisfies(
                        none ->
                                assertThat(none.reason())
                                        .contains("small refused: needs 4 vCPUs, 3 of 3 free"));
    }

    @Test
    void reservationsAndUseAreNotCountedTwice() {
        LaneId lane = cloud("one", cpus(10), new Quota(0, 4, 0, 0));
        reserved.put(lane, new Quota(0, 6, 0, 0));

        assertThat(new Room(inventories, reserved).free(lane).vcpus()).isEqualTo(4);
    }

    @Test
    void unlimitedStaysUnlimited() {
        LaneId lane = cloud("one", Quota.unlimited(), new Quota(5, 5, 5, 5));

        assertThat(new Room(inventories, reserved).free(lane)).isEqualTo(Quota.unlimited());
        assertThat(new Room(inventories, reserved).lacks(lane, cpus(1_000_000))).isEmpty();
    }

    @Test
    void anAccountWithoutInventoryIsNotChosen() {
        LaneId silent = cloud("silent", cpus(80), Quota.zero());
        inventories.remove(silent);
        LaneId other = cloud("other", cpus(8), Quota.zero());

        assertThat(place(Map.of())).extracting(Placement.Decision::account).containsOnly(other);
    }

    @Test
    void theSameAccountsGoByAimWithTheReasonOfEachOther() {
        LaneId far = labelled("far", 80, Map.of("latency-ms", "40", "cost", "0.5"));
        LaneId near = labelled("near", 8, Map.of("latency-ms", "4.5", "cost", "2"));

        assertThat(place(aim(PlacementRules.Aim.SPREAD)).get(0))
                .isEqualTo(
                        new Placement.Decision(
                                "1",
                                far,
                                "far has most room (80 vCPUs free); near fits too: 8 vCPUs free"));
        assertThat(place(aim(PlacementRules.Aim.PACK)).get(0))
                .returns(near, Placement.Decision::account)
                .extracting(Placement.Decision::reason)
                .asString()
                .startsWith("near is the fullest that fits (8 vCPUs free); far fits too");
        assertThat(place(aim(PlacementRules.Aim.LATENCY)).get(0))
                .returns(near, Placement.Decision::account)
                .extracting(Placement.Decision::reason)
                .isEqualTo(
                        "near is nearest (4.5 ms by its label); far fits too: 40 ms by its label");
        assertThat(place(aim(PlacementRules.Aim.COST)).get(0))
                .returns(far, Placement.Decision::account)
                .extracting(Placement.Decision::reason)
                .isEqualTo("far is cheapest (0.5 per vCPU); near fits too: 2 per vCPU");
    }

    @Test
    void anAccountWithoutTheNumberComesLast() {
        labelled("unknown", 80, Map.of());
        LaneId known = labelled("known", 8, Map.of("cost", "9"));
        labelled("garbled", 80, Map.of("cost", "cheap"));

        assertThat(place(aim(PlacementRules.Aim.COST)))
                .extracting(Placement.Decision::account)
                .containsOnly(known);
    }

    @Test
    void labelsAndLatencyRuleAccountsOut() {
        labelled("plain", 80, Map.of("latency-ms", "5"));
        labelled("slow", 80, Map.of("gpu", "yes", "latency-ms", "50"));
        LaneId fits = labelled("fits", 8, Map.of("gpu", "yes", "latency-ms", "20"));
        PlacementRules rules =
                new PlacementRules(PlacementRules.Aim.SPREAD, Map.of("gpu", "yes"), 20);

        Placement.Decision decision = place(rules).get(0);

        assertThat(decision.account()).isEqualTo(fits);
        assertThat(decision.reason())
                .contains("plain refused: label gpu is not set, wanted yes")
                .contains("slow refused: latency 50 ms by its label, wanted at most 20");
    }

    @Test
    void whatIsTakenDecidesBetweenEqualAccounts() {
        LaneId busy = cloud("a-busy", Quota.unlimited(), Quota.zero());
        reserved.put(busy, cpus(12));
        LaneId idle = cloud("b-idle", Quota.unlimited(), Quota.zero());

        assertThat(place(Map.of())).extracting(Placement.Decision::account).containsOnly(idle);
        assertThat(place(aim(PlacementRules.Aim.PACK)))
                .extracting(Placement.Decision::account)
                .containsOnly(busy);
    }

    @Test
    void aReasonNamesFiveOfEachSort() {
        for (int i = 0; i < 9; i++) {
            cloud("room-" + i, cpus(20 + i), Quota.zero());
            cloud("full-" + i, cpus(1), Quota.zero());
        }

        String reason = place(Map.of()).get(0).reason();

        assertThat(reason).contains("3 more fit", "4 more refused");
        assertThat(reason.split("refused: ")).hasSize(6);
    }

    @Test
    void withoutALabelWhatWasMeasuredCounts() {
        LaneId near = cloud("near", cpus(8), Quota.zero());
        inventories.put(near, inventories.get(near).withLatency(0.4));
        LaneId far = cloud("far", cpus(80), Quota.zero());
        inventories.put(far, inventories.get(far).withLatency(30));
        cloud("unknown", cpus(90), Quota.zero());

        Placement.Decision decision =
                place(new PlacementRules(PlacementRules.Aim.SPREAD, Map.of(), 10)).get(0);

        assertThat(decision.account()).isEqualTo(near);
        assertThat(decision.reason())
                .contains("far refused: latency 30 ms measured from here, wanted at most 10")
                .contains("unknown refused: latency not known");
        assertThat(place(aim(PlacementRules.Aim.LATENCY)).get(0).reason())
                .startsWith("near is nearest (0.4 ms measured from here)");
    }
}
