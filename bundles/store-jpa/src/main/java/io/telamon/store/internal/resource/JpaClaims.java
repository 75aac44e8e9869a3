/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.resource;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.plan.Claim;
import io.telamon.store.api.Claims;
import io.telamon.store.internal.base.Db;
import java.util.List;

/** Claims on shared things in the database. */
public final class JpaClaims implements Claims {
    private final Db db;

    /** Works in the transaction of {@code db}. */
    public JpaClaims(Db db) {
        this.db = db;
    }

    @Override
    public void add(Claim claim) {
        ClaimRow row = ClaimRow.of(claim);
        if (db.get(ClaimRow.class, row.key()).isEmpty()) {
            db.insert(row);
        }
    }

    @Override
    public void remove(Claim claim) {
        ClaimRow row = ClaimRow.of(claim);
        db.execute(
                "delete from ClaimRow c where c.lane = ?1 and c.sharedKey = ?2 and c.nsId = ?3",
                row.lane,
                row.sharedKey,
                row.nsId);
    }

    @Override
    public List<Claim> ofInstance(NsInstanceId instance) {
        return Db.map(
                db.list(ClaimRow.class, "from ClaimRow c where c.nsId = ?1", instance.value()),
                ClaimRow::toModel);
    }

    @Override
    public long count(LaneId lane, String sharedKey) {
        return db.one(
                        Long.class,
                        "select count(c.nsId) from ClaimRow c where c.lane = ?1 and c.sharedKey = ?2",
                        lane.toString(),
                        sharedKey)
                .orElse(0L);
    }
}
