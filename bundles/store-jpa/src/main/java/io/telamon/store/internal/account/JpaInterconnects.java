/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.account;

import io.telamon.model.InterconnectId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.plan.SegmentClaim;
import io.telamon.store.api.Interconnects;
import io.telamon.store.internal.base.Db;
import java.util.List;
import java.util.Optional;

/** Interconnects and taken segments in the database. */
public final class JpaInterconnects implements Interconnects {
    private static final String ORDER = " order by i.name, i.id";

    private final Db db;

    /** Works in the transaction of {@code db}. */
    public JpaInterconnects(Db db) {
        this.db = db;
    }

    @Override
    public Optional<Interconnect> find(InterconnectId id) {
        return db.get(InterconnectRow.class, id.value()).map(this::model);
    }

    @Override
    public List<Interconnect> list(TenantId tenant) {
        List<InterconnectRow> rows =
                tenant == null
                        ? db.list(InterconnectRow.class, "from InterconnectRow i" + ORDER)
                        : db.list(
                                InterconnectRow.class,
                                "from InterconnectRow i where i.tenantId = ?1" + ORDER,
                                tenant.value());
        return Db.map(rows, this::model);
    }

    @Override
    public Interconnect add(Interconnect interconnect) {
        db.insert(InterconnectRow.of(interconnect, 1, db.documents()));
        return interconnect.withVersion(1);
    }

    @Override
    public void remove(InterconnectId id) {
        db.execute("delete from SegmentRow s where s.interconnectId = ?1", id.value());
        db.execute("delete from InterconnectRow i where i.id = ?1", id.value());
    }

    @Override
    public void claim(SegmentClaim claim) {
        SegmentRow row = SegmentRow.of(claim);
        boolean ours =
                db.get(SegmentRow.class, row.key())
                        .filter(known -> known.toModel().equals(claim))
                        .isPresent();
        if (!ours) {
            db.insert(row);
        }
    }

    @Override
    public void release(SegmentClaim claim) {
        db.execute(
                "delete from SegmentRow s where s.interconnectId = ?1 and s.segment = ?2"
                        + " and s.nsId = ?3",
                claim.interconnect().value(),
                claim.segment(),
                claim.instance().value());
    }

    @Override
    public List<SegmentClaim> claims(InterconnectId id) {
        return Db.map(
                db.list(
                        SegmentRow.class,
                        "from SegmentRow s where s.interconnectId = ?1 order by s.segment",
                        id.value()),
                SegmentRow::toModel);
    }

    @Override
    public List<SegmentClaim> claimsOf(NsInstanceId instance) {
        return Db.map(
                db.list(
                        SegmentRow.class,
                        "from SegmentRow s where s.nsId = ?1 order by s.interconnectId, s.segment",
                        instance.value()),
                SegmentRow::toModel);
    }

    private Interconnect model(InterconnectRow row) {
        return row.toModel(db.documents());
    }
}
