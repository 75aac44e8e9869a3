/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.LaneId;
import io.telamon.model.VimAccountId;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import io.telamon.nfvo.internal.Descriptors;
import io.telamon.nfvo.internal.desire.Clouds;
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

    private List<Placement.Decision> place(Map<String, String> wishes) {
        Clouds clouds = new Clouds(accounts, inventories, Map.of());
        return new Placement(
                        Descriptors.shop(), VNFDS, wishes, clouds, new Room(inventories, reserved))
                .decide();
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
                                        .contains("small refused: needs 4 vCPUs, 3 free"));
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
}
