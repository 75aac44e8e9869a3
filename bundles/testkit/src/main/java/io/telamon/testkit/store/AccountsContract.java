/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.SdnAccountId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.Quota;
import io.telamon.testkit.Samples;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** VIM and SDN accounts. */
public interface AccountsContract extends StoreUnderTest {
    /** All of an account is kept; names are unique per tenant and kind. */
    @Test
    default void accountIsFoundAsAdded() {
        TenantId tenant = Samples.tenant();
        LaneId lane = Samples.lane();
        LaneId sdn = LaneId.of(SdnAccountId.create());

        Account added = written(unit -> unit.accounts().add(Samples.account(tenant, lane, "one")));
        write(unit -> unit.accounts().add(Samples.account(tenant, sdn, "one")));

        assertThat(added.version()).isEqualTo(1);
        thatFound(unit -> unit.accounts().find(lane)).contains(added);
        thatFound(unit -> unit.accounts().findByName(tenant, LaneKind.VIM, "one")).contains(added);
        refused(
                ErrorCode.ALREADY_EXISTS,
                unit -> unit.accounts().add(Samples.account(tenant, Samples.lane(), "one")));
    }

    /** Lists are ordered by name and limited to a kind. */
    @Test
    default void accountsAreListedByName() {
        TenantId tenant = Samples.tenant();
        write(
                unit -> {
                    unit.accounts().add(Samples.account(tenant, Samples.lane(), "b"));
                    unit.accounts().add(Samples.account(tenant, Samples.lane(), "a"));
                    unit.accounts()
                            .add(Samples.account(tenant, LaneId.of(SdnAccountId.create()), "c"));
                });

        thatList(unit -> unit.accounts().list(tenant, LaneKind.VIM))
                .extracting(Account::name)
                .containsExactly("a", "b");
        thatList(unit -> unit.accounts().list(tenant, null)).hasSize(3);
        thatList(unit -> unit.accounts().list(null, LaneKind.SDN))
                .extracting(Account::tenant)
                .contains(tenant);
    }

    /** Saving raises the version; an old version is STALE; removal is final. */
    @Test
    default void accountSaveChecksTheVersion() {
        LaneId lane = Samples.lane();
        Account added =
                written(
                        unit ->
                                unit.accounts()
                                        .add(Samples.account(Samples.tenant(), lane, "one")));

        assertThat(written(unit -> unit.accounts().save(added)).version()).isEqualTo(2);
        refused(ErrorCode.STALE, unit -> unit.accounts().save(added));

        write(unit -> unit.accounts().saveInventory(lane, inventory("x")));
        write(unit -> unit.accounts().remove(lane));
        thatFound(unit -> unit.accounts().find(lane)).isEmpty();
        thatFound(unit -> unit.accounts().inventory(lane)).isEmpty();
    }

    /** The last inventory replaces the one before. */
    @Test
    default void lastInventoryIsKept() {
        LaneId lane = Samples.lane();
        write(unit -> unit.accounts().add(Samples.account(Samples.tenant(), lane, "one")));
        thatFound(unit -> unit.accounts().inventory(lane)).isEmpty();

        write(unit -> unit.accounts().saveInventory(lane, inventory("x")));
        write(unit -> unit.accounts().saveInventory(lane, inventory("y")));

        thatFound(unit -> unit.accounts().inventory(lane)).contains(inventory("y"));
    }

    /** Reservations are replaced, removed by zero and summed per account and per tenant. */
    @Test
    default void reservationsAreSummed() {
        TenantId tenant = Samples.tenant();
        LaneId lane = Samples.lane();
        LaneId other = Samples.lane();
        NsInstance one = Samples.instance(tenant, "one");
        NsInstance two = Samples.instance(tenant, "two");
        write(
                unit -> {
                    unit.instances().add(one);
                    unit.instances().add(two);
                    unit.accounts().reserve(one.id(), lane, new Quota(9, 9, 9, 9));
                    unit.accounts().reserve(one.id(), lane, new Quota(1, 2, 3, 4));
                    unit.accounts().reserve(two.id(), lane, new Quota(1, 1, 1, 1));
                    unit.accounts().reserve(two.id(), other, new Quota(5, 5, 5, 5));
                });

        thatValue(unit -> unit.accounts().reserved(lane)).isEqualTo(new Quota(2, 3, 4, 5));
        thatValue(unit -> unit.accounts().reservedBy(tenant)).isEqualTo(new Quota(7, 8, 9, 10));

        thatList(unit -> unit.accounts().reservedOn(two.id()))
                .containsExactlyInAnyOrder(lane, other);
        write(unit -> unit.accounts().reserve(one.id(), lane, Quota.zero()));
        thatList(unit -> unit.accounts().reservedOn(one.id())).isEmpty();
        thatValue(unit -> unit.accounts().reserved(lane)).isEqualTo(new Quota(1, 1, 1, 1));
        thatValue(unit -> unit.accounts().reserved(Samples.lane())).isEqualTo(Quota.zero());
    }

    private static Inventory inventory(String image) {
        return new Inventory(
                Samples.NOW,
                Set.of("scale", "console"),
                Map.of(image, "id-" + image),
                Map.of("public", "net-1"),
                Set.of("a", "b"),
                Quota.unlimited(),
                Quota.zero());
    }
}
