/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.ns;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.PackageId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.NsInstance;
import io.telamon.store.api.NsInstances;
import io.telamon.store.api.Slice;
import io.telamon.store.internal.account.JpaAccounts;
import io.telamon.store.internal.base.Db;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Network service instances in the database. */
public final class JpaInstances implements NsInstances {
    private static final List<String> REMOVALS =
            List.of(
                    "delete from AttemptRow a where a.taskId in (select t.id from TaskRow t where"
                            + " t.operationId in (select o.id from OperationRow o where o.nsId = ?1))",
                    "delete from TaskStatusRow s where s.taskId in (select t.id from TaskRow t where"
                            + " t.operationId in (select o.id from OperationRow o where o.nsId = ?1))",
                    "delete from TaskRow t where t.operationId in"
                            + " (select o.id from OperationRow o where o.nsId = ?1)",
                    "delete from OperationRow o where o.nsId = ?1",
                    "delete from ResourceRow r where r.nsId = ?1",
                    "delete from ClaimRow c where c.nsId = ?1",
                    "delete from NsUseRow u where u.nsId = ?1",
                    "delete from NsInstanceRow n where n.id = ?1");

    private final Db db;

    /** Works in the transaction of {@code db}. */
    public JpaInstances(Db db) {
        this.db = db;
    }

    @Override
    public Optional<NsInstance> find(NsInstanceId id) {
        return db.get(NsInstanceRow.class, id.value()).map(this::model);
    }

    @Override
    public Optional<NsInstance> findByName(TenantId tenant, String name) {
        return db.one(
                        NsInstanceRow.class,
                        "from NsInstanceRow n where n.tenantId = ?1 and n.name = ?2",
                        tenant.value(),
                        name)
                .map(this::model);
    }

    @Override
    public List<NsInstance> list(TenantId tenant, Slice slice) {
        List<NsInstanceRow> rows =
                tenant == null
                        ? db.first(
                                slice.limit(),
                                NsInstanceRow.class,
                                "from NsInstanceRow n where n.id > ?1 order by n.id",
                                slice.after())
                        : db.first(
                                slice.limit(),
                                NsInstanceRow.class,
                                "from NsInstanceRow n where n.tenantId = ?1 and n.id > ?2"
                                        + " order by n.tenantId, n.id",
                                tenant.value(),
                                slice.after());
        return Db.map(rows, this::model);
    }

    @Override
    public List<NsInstance> using(PackageId packageId) {
        return withIds(users(NsUseRow.target(packageId)));
    }

    @Override
    public boolean isUsed(PackageId packageId) {
        return !db.first(
                        1,
                        String.class,
                        "select u.nsId from NsUseRow u where u.target = ?1",
                        NsUseRow.target(packageId))
                .isEmpty();
    }

    @Override
    public List<NsInstance> on(LaneId lane) {
        Set<String> ids = new HashSet<>(users(NsUseRow.target(lane)));
        ids.addAll(
                db.list(
                        String.class,
                        "select distinct r.nsId from ResourceRow r where r.liveLane = ?1",
                        lane.toString()));
        return withIds(ids);
    }

    @Override
    public NsInstance add(NsInstance instance) {
        NsInstanceRow row = NsInstanceRow.of(instance, 1, db.documents());
        db.insert(row);
        db.insertAll(uses(row.id, NsUseRow.targets(instance)));
        return with(instance, 1);
    }

    @Override
    public NsInstance save(NsInstance instance) {
        NsInstanceRow row = NsInstanceRow.of(instance, instance.version(), db.documents());
        db.update(row);
        saveUses(row.id, NsUseRow.targets(instance));
        return with(instance, row.version);
    }

    @Override
    public void remove(NsInstanceId id) {
        new JpaAccounts(db).release(id);
        REMOVALS.forEach(statement -> db.execute(statement, id.value()));
    }

    private void saveUses(String id, Set<String> wanted) {
        Set<String> stored =
                new HashSet<>(
                        db.list(
                                String.class,
                                "select u.target from NsUseRow u where u.nsId = ?1",
                                id));
        if (stored.equals(wanted)) {
            return;
        }
        Set<String> gone = new HashSet<>(stored);
        gone.removeAll(wanted);
        db.deleteAll(uses(id, gone));
        Set<String> fresh = new HashSet<>(wanted);
        fresh.removeAll(stored);
        db.insertAll(uses(id, fresh));
    }

    private static List<NsUseRow> uses(String id, Set<String> targets) {
        return Db.map(targets, target -> NsUseRow.of(id, target));
    }

    private List<String> users(String target) {
        return db.list(String.class, "select u.nsId from NsUseRow u where u.target = ?1", target);
    }

    private List<NsInstance> withIds(Collection<String> ids) {
        return db
                .listIn(NsInstanceRow.class, "from NsInstanceRow n where n.id in (?1)", ids)
                .stream()
                .sorted(Comparator.comparing(row -> row.id))
                .map(this::model)
                .toList();
    }

    private NsInstance model(NsInstanceRow row) {
        return row.toModel(db.documents());
    }

    private static NsInstance with(NsInstance row, long version) {
        return new NsInstance(
                row.id(),
                row.tenant(),
                row.name(),
                row.description(),
                row.nsd(),
                row.state(),
                row.topology(),
                row.stamps(),
                version);
    }
}
