/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.account;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Quota;
import io.telamon.store.internal.base.Db;
import java.util.List;

/** What instances hold on accounts. */
final class Reservations {
    private static final String SUM =
            "select coalesce(sum(r.servers), 0), coalesce(sum(r.vcpus), 0),"
                    + " coalesce(sum(r.memoryMb), 0), coalesce(sum(r.networks), 0)"
                    + " from ReservationRow r where ";
    private static final int SERVERS = 0;
    private static final int VCPUS = 1;
    private static final int MEMORY = 2;
    private static final int NETWORKS = 3;

    private final Db db;

    Reservations(Db db) {
        this.db = db;
    }

    Quota on(LaneId lane) {
        return sum(SUM + "r.lane = ?1", lane.toString());
    }

    Quota by(TenantId tenant) {
        return sum(SUM + "r.tenantId = ?1", tenant.value());
    }

    List<LaneId> lanes(NsInstanceId instance) {
        return db
                .list(
                        String.class,
                        "select r.lane from ReservationRow r where r.nsId = ?1 order by r.lane",
                        instance.value())
                .stream()
                .map(LaneId::parse)
                .toList();
    }

    void set(NsInstanceId instance, LaneId lane, Quota amount) {
        if (amount.equals(Quota.zero())) {
            db.execute(
                    "delete from ReservationRow r where r.nsId = ?1 and r.lane = ?2",
                    instance.value(),
                    lane.toString());
            return;
        }
        ReservationRow row = row(instance, lane, amount);
        int changed =
                db.execute(
                        "update ReservationRow r set r.servers = ?1, r.vcpus = ?2, r.memoryMb = ?3,"
                                + " r.networks = ?4 where r.nsId = ?5 and r.lane = ?6",
                        row.servers,
                        row.vcpus,
                        row.memoryMb,
                        row.networks,
                        row.nsId,
                        row.lane);
        if (changed == 0) {
            row.tenantId = tenantOf(instance);
            db.insert(row);
        }
    }

    private String tenantOf(NsInstanceId instance) {
        return db.one(
                        String.class,
                        "select n.tenantId from NsInstanceRow n where n.id = ?1",
                        instance.value())
                .orElse("");
    }

    private static ReservationRow row(NsInstanceId instance, LaneId lane, Quota amount) {
        ReservationRow row = new ReservationRow();
        row.nsId = instance.value();
        row.lane = lane.toString();
        row.servers = amount.servers();
        row.vcpus = amount.vcpus();
        row.memoryMb = amount.memoryMb();
        row.networks = amount.networks();
        return row;
    }

    private Quota sum(String query, String parameter) {
        Object[] sums = db.one(Object[].class, query, parameter).orElseThrow();
        return new Quota(
                ((Number) sums[SERVERS]).longValue(),
                ((Number) sums[VCPUS]).longValue(),
                ((Number) sums[MEMORY]).longValue(),
                ((Number) sums[NETWORKS]).longValue());
    }
}
