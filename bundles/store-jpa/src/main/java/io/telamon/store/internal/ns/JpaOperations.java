/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.ns;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.TenantId;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.store.api.Operations;
import io.telamon.store.api.Slice;
import io.telamon.store.internal.base.Db;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Operation occurrences in the database. */
public final class JpaOperations implements Operations {
    private static final String OPEN =
            Db.constants(Arrays.stream(OperationState.values()).filter(state -> !state.isFinal()));

    private final Db db;

    /** Works in the transaction of {@code db}. */
    public JpaOperations(Db db) {
        this.db = db;
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return db.get(OperationRow.class, id.value()).map(this::model);
    }

    @Override
    public List<Operation> list(TenantId tenant, Slice slice) {
        long before = slice.after().isEmpty() ? Long.MAX_VALUE : seq(slice.after());
        List<OperationRow> rows =
                tenant == null
                        ? db.first(
                                slice.limit(),
                                OperationRow.class,
                                "from OperationRow o where o.seq < ?1 order by o.seq desc",
                                before)
                        : db.first(
                                slice.limit(),
                                OperationRow.class,
                                "from OperationRow o where o.tenantId = ?1 and o.seq < ?2"
                                        + " order by o.tenantId desc, o.seq desc",
                                tenant.value(),
                                before);
        return Db.map(rows, this::model);
    }

    @Override
    public List<Operation> ofInstance(NsInstanceId instance) {
        return Db.map(
                db.list(
                        OperationRow.class,
                        "from OperationRow o where o.nsId = ?1 order by o.seq desc",
                        instance.value()),
                this::model);
    }

    @Override
    public List<Operation> unfinished() {
        return Db.map(
                db.list(
                        OperationRow.class,
                        "from OperationRow o where o.state in (" + OPEN + ") order by o.seq desc"),
                this::model);
    }

    @Override
    public Map<OperationState, Long> countByState() {
        Map<OperationState, Long> counts = new EnumMap<>(OperationState.class);
        db.list(
                        Object[].class,
                        "select o.state, count(o.state) from OperationRow o group by o.state")
                .forEach(row -> counts.put(OperationState.valueOf((String) row[0]), (Long) row[1]));
        return counts;
    }

    @Override
    public Operation add(Operation operation) {
        OperationRow row = OperationRow.of(operation, 1, db.documents());
        row.seq = db.nextNumber();
        db.insert(row);
        return with(operation, 1);
    }

    @Override
    public Operation save(Operation operation) {
        OperationRow row = OperationRow.of(operation, operation.version(), db.documents());
        db.update(row);
        return with(operation, row.version);
    }

    private long seq(String id) {
        return db.one(Long.class, "select o.seq from OperationRow o where o.id = ?1", id)
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.INVALID_ARGUMENT,
                                        "The list marker %s is not known (any more); start the"
                                                + " list again",
                                        id));
    }

    private Operation model(OperationRow row) {
        return row.toModel(db.documents());
    }

    private static Operation with(Operation row, long version) {
        return new Operation(
                row.id(),
                row.tenant(),
                row.instance(),
                row.kind(),
                row.request(),
                row.actor(),
                row.before(),
                row.progress(),
                version);
    }
}
