/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.account;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Quota;
import io.telamon.store.internal.base.Db;
import java.util.List;

/**
 * What instances hold on accounts: one row for each, and beside them a total of each tenant on each
 * account, so that asking does not cost more with every instance. Totals change at the end of the
 * transaction in the order of the accounts ({@link Totals}).
 */
final class Reservations {
    private final Db db;
    private final Totals totals;

    Reservations(Db db) {
        this.db = db;
        this.totals = db.atCommit(Totals.class, () -> new Totals(db));
    }

    Quota on(LaneId lane) {
        return totals.on(lane.toString());
    }

    Quota by(TenantId tenant) {
        return totals.by(tenant.value());
    }

    List<LaneId> lanes(NsInstanceId instance) {
        return held(instance).stream().map(row -> LaneId.parse(row.lane)).toList();
    }

    void set(NsInstanceId instance, LaneId lane, Quota amount) {
        ReservationRow before =
                db.get(ReservationRow.class, ReservationRow.key(instance.value(), lane.toString()))
                        .orElse(null);
        if (before == null && amount.equals(Quota.zero())) {
            return;
        }
        ReservationRow row = new ReservationRow();
        row.nsId = instance.value();
        row.lane = lane.toString();
        row.tenantId = before == null ? tenantOf(instance) : before.tenantId;
        row.take(amount);
        if (before == null) {
            db.insert(row);
            totals.add(row, amount);
            return;
        }
        if (before.amount().equals(amount)) {
            return;
        }
        totals.subtract(before, before.amount());
        if (amount.equals(Quota.zero())) {
            db.deleteAll(List.of(before));
        } else {
            db.update(row);
            totals.add(row, amount);
        }
    }

    void clear(NsInstanceId instance) {
        List<ReservationRow> rows = held(instance);
        rows.forEach(row -> totals.subtract(row, row.amount()));
        db.deleteAll(rows);
    }

    void clear(LaneId lane) {
        db.execute("delete from ReservationRow r where r.lane = ?1", lane.toString());
        totals.clear(lane.toString());
    }

    private List<ReservationRow> held(NsInstanceId instance) {
        return db.list(
                ReservationRow.class,
                "from ReservationRow r where r.nsId = ?1 order by r.lane",
                instance.value());
    }

    private String tenantOf(NsInstanceId instance) {
        return db.one(
                        String.class,
                        "select n.tenantId from NsInstanceRow n where n.id = ?1",
                        instance.value())
                .orElse("");
    }
}
