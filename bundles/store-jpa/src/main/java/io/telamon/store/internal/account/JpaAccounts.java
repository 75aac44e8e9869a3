/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.account;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import io.telamon.store.api.Accounts;
import io.telamon.store.internal.base.Db;
import java.util.List;
import java.util.Optional;

/** VIM and SDN accounts in the database. */
public final class JpaAccounts implements Accounts {
    private static final String ORDER = " order by a.name, a.lane";

    private final Db db;
    private final Reservations reservations;

    /** Works in the transaction of {@code db}. */
    public JpaAccounts(Db db) {
        this.db = db;
        this.reservations = new Reservations(db);
    }

    @Override
    public Optional<Account> find(LaneId lane) {
        return db.get(AccountRow.class, lane.toString()).map(this::model);
    }

    @Override
    public Optional<Account> findByName(TenantId tenant, LaneKind kind, String name) {
        return db.one(
                        AccountRow.class,
                        "from AccountRow a where a.tenantId = ?1 and a.kind = ?2 and a.name = ?3",
                        tenant.value(),
                        kind.name(),
                        name)
                .map(this::model);
    }

    @Override
    public List<Account> list(TenantId tenant, LaneKind kind) {
        List<AccountRow> rows =
                tenant == null
                        ? db.list(AccountRow.class, "from AccountRow a" + ORDER)
                        : db.list(
                                AccountRow.class,
                                "from AccountRow a where a.tenantId = ?1" + ORDER,
                                tenant.value());
        return rows.stream()
                .filter(row -> kind == null || row.kind.equals(kind.name()))
                .map(this::model)
                .toList();
    }

    @Override
    public Account add(Account account) {
        db.insert(AccountRow.of(account, 1, db.documents()));
        return account.withVersion(1);
    }

    @Override
    public Account save(Account account) {
        AccountRow row = AccountRow.of(account, account.version(), db.documents());
        db.update(row);
        return account.withVersion(row.version);
    }

    @Override
    public void remove(LaneId lane) {
        db.execute("delete from InventoryRow i where i.lane = ?1", lane.toString());
        reservations.clear(lane);
        db.execute("delete from AccountRow a where a.lane = ?1", lane.toString());
    }

    @Override
    public Optional<Inventory> inventory(LaneId lane) {
        return db.get(InventoryRow.class, lane.toString())
                .map(row -> db.documents().inventory.read(row.body));
    }

    @Override
    public void saveInventory(LaneId lane, Inventory inventory) {
        String body = db.documents().inventory.write(inventory);
        int changed =
                db.execute(
                        "update InventoryRow i set i.body = ?1 where i.lane = ?2",
                        body,
                        lane.toString());
        if (changed == 0) {
            db.insert(InventoryRow.of(lane.toString(), body));
        }
    }

    @Override
    public Quota reserved(LaneId lane) {
        return reservations.on(lane);
    }

    @Override
    public void reserve(NsInstanceId instance, LaneId lane, Quota amount) {
        reservations.set(instance, lane, amount);
    }

    /** Gives up all that an instance holds. */
    public void release(NsInstanceId instance) {
        reservations.clear(instance);
    }

    @Override
    public List<LaneId> reservedOn(NsInstanceId instance) {
        return reservations.lanes(instance);
    }

    @Override
    public Quota reservedBy(TenantId tenant) {
        return reservations.by(tenant);
    }

    @Override
    public void lock(LaneId lane) {
        lock(db, lane.toString());
    }

    /** Holds the account's row until the end of the transaction. */
    static void lock(Db db, String lane) {
        db.sql(String.class, "select lane from account where lane = ?1 for update", lane);
    }

    private Account model(AccountRow row) {
        return row.toModel(db.documents());
    }
}
