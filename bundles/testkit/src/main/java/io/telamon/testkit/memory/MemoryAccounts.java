/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.Quota;
import io.telamon.store.api.Accounts;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Accounts, inventories and reservations in memory. */
final class MemoryAccounts implements Accounts {
    private static final String WHAT = "Account";

    private final Layers layers;

    MemoryAccounts(Layers layers) {
        this.layers = layers;
    }

    @Override
    public Optional<Account> find(LaneId lane) {
        return layers.accounts.get(lane);
    }

    @Override
    public Optional<Account> findByName(TenantId tenant, LaneKind kind, String name) {
        return list(tenant, kind).stream().filter(row -> row.name().equals(name)).findFirst();
    }

    @Override
    public List<Account> list(TenantId tenant, LaneKind kind) {
        return layers
                .accounts
                .where(
                        row ->
                                (tenant == null || row.tenant().equals(tenant))
                                        && (kind == null || row.lane().kind() == kind))
                .stream()
                .sorted(Comparator.comparing(Account::name))
                .toList();
    }

    @Override
    public Account add(Account account) {
        Rules.free(find(account.lane()), WHAT, account.lane());
        return put(account, 1);
    }

    @Override
    public Account save(Account account) {
        Rules.version(
                find(account.lane()).map(Account::version),
                account.version(),
                WHAT,
                account.name());
        return put(account, account.version() + 1);
    }

    @Override
    public void remove(LaneId lane) {
        layers.accounts.remove(lane);
        layers.inventories.remove(lane);
        layers.reservations.removeWhere(row -> row.key().lane().equals(lane));
    }

    @Override
    public Optional<Inventory> inventory(LaneId lane) {
        return layers.inventories.get(lane);
    }

    @Override
    public void saveInventory(LaneId lane, Inventory inventory) {
        layers.inventories.put(lane, inventory);
    }

    @Override
    public Quota reserved(LaneId lane) {
        return sum(row -> row.key().lane().equals(lane));
    }

    @Override
    public void reserve(NsInstanceId instance, LaneId lane, Quota amount) {
        Tables.ReservationKey key = new Tables.ReservationKey(instance, lane);
        if (amount.equals(Quota.zero())) {
            layers.reservations.remove(key);
        } else {
            layers.reservations.put(key, new Tables.Reservation(key, amount));
        }
    }

    @Override
    public List<LaneId> reservedOn(NsInstanceId instance) {
        return layers.reservations.where(row -> row.key().instance().equals(instance)).stream()
                .map(row -> row.key().lane())
                .sorted()
                .toList();
    }

    @Override
    public Quota reservedBy(TenantId tenant) {
        return sum(
                row ->
                        layers.instances
                                .get(row.key().instance())
                                .map(NsInstance::tenant)
                                .filter(tenant::equals)
                                .isPresent());
    }

    @Override
    public void lock(LaneId lane) {
        // writers take turns: whoever writes holds every lock
    }

    private Quota sum(Predicate<Tables.Reservation> matches) {
        return layers.reservations.where(matches).stream()
                .map(Tables.Reservation::amount)
                .reduce(Quota.zero(), Quota::plus);
    }

    private Account put(Account row, long version) {
        Optional<Account> sameName =
                findByName(row.tenant(), row.lane().kind(), row.name())
                        .filter(other -> !other.lane().equals(row.lane()));
        Rules.free(sameName, WHAT, row.name());
        Account next = row.withVersion(version);
        layers.accounts.put(row.lane(), next);
        return next;
    }
}
