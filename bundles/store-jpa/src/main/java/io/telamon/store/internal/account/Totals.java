/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.account;

import io.telamon.model.instance.Quota;
import io.telamon.store.internal.base.Db;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The sums of all reservations of a tenant on an account. Changes are kept until the end of the
 * transaction and then written in one order, the same for all transactions: so the rows of busy
 * accounts are locked for a moment only, and two transactions never wait for each other.
 */
final class Totals implements Runnable {
    private static final String SUM =
            "select coalesce(sum(servers), 0), coalesce(sum(vcpus), 0), coalesce(sum(memory_mb), 0),"
                    + " coalesce(sum(networks), 0) from reserved where ";
    private static final int SERVERS = 0;
    private static final int VCPUS = 1;
    private static final int MEMORY = 2;
    private static final int NETWORKS = 3;

    private final Db db;
    private final Map<Owner, Quota> changes =
            new TreeMap<>(Comparator.comparing(Owner::lane).thenComparing(Owner::tenant));

    private record Owner(String lane, String tenant) {}

    Totals(Db db) {
        this.db = db;
    }

    Quota on(String lane) {
        return sum("lane = ?1", lane).plus(pending(owner -> owner.lane().equals(lane)));
    }

    Quota by(String tenant) {
        return sum("tenant_id = ?1", tenant).plus(pending(owner -> owner.tenant().equals(tenant)));
    }

    void add(ReservationRow row, Quota amount) {
        changes.merge(new Owner(row.lane, row.tenantId), amount, Quota::plus);
    }

    void subtract(ReservationRow row, Quota amount) {
        add(
                row,
                new Quota(
                        -amount.servers(),
                        -amount.vcpus(),
                        -amount.memoryMb(),
                        -amount.networks()));
    }

    void clear(String lane) {
        changes.keySet().removeIf(owner -> owner.lane().equals(lane));
        db.executeSql("delete from reserved where lane = ?1", lane);
    }

    /** Writes the changes. */
    @Override
    public void run() {
        changes.forEach(
                (owner, amount) -> {
                    if (!amount.equals(Quota.zero())) {
                        write(owner, amount);
                    }
                });
        changes.clear();
    }

    /**
     * The account's lock orders two transactions that both find no row. Whoever reserves for a
     * service holds it already; a connection of its own for the row would be one more than a full
     * pool has.
     */
    private void write(Owner owner, Quota amount) {
        if (change(owner, amount) == 0) {
            JpaAccounts.lock(db, owner.lane());
            if (change(owner, amount) == 0) {
                insert(owner, amount);
            }
        }
    }

    private void insert(Owner owner, Quota amount) {
        db.executeSql(
                "insert into reserved (lane, tenant_id, servers, vcpus, memory_mb, networks)"
                        + " values (?1, ?2, ?3, ?4, ?5, ?6)",
                owner.lane(),
                owner.tenant(),
                amount.servers(),
                amount.vcpus(),
                amount.memoryMb(),
                amount.networks());
    }

    private int change(Owner owner, Quota amount) {
        return db.executeSql(
                "update reserved set servers = servers + ?1, vcpus = vcpus + ?2, memory_mb ="
                        + " memory_mb + ?3, networks = networks + ?4 where lane = ?5 and"
                        + " tenant_id = ?6",
                amount.servers(),
                amount.vcpus(),
                amount.memoryMb(),
                amount.networks(),
                owner.lane(),
                owner.tenant());
    }

    private Quota pending(Predicate<Owner> whose) {
        return changes.entrySet().stream()
                .filter(change -> whose.test(change.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Quota.zero(), Quota::plus);
    }

    private Quota sum(String condition, String parameter) {
        List<Object[]> sums = db.sql(Object[].class, SUM + condition, parameter);
        Object[] sum = sums.get(0);
        return new Quota(
                ((Number) sum[SERVERS]).longValue(),
                ((Number) sum[VCPUS]).longValue(),
                ((Number) sum[MEMORY]).longValue(),
                ((Number) sum[NETWORKS]).longValue());
    }
}
