/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.TenantId;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.store.api.Operations;
import io.telamon.store.api.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Operation occurrences in memory. */
final class MemoryOperations implements Operations {
    private static final String WHAT = "Operation";

    private final Layers layers;

    MemoryOperations(Layers layers) {
        this.layers = layers;
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        return layers.operations.get(id);
    }

    @Override
    public List<Operation> list(TenantId tenant, Slice slice) {
        return Rules.behind(
                newestFirst(row -> tenant == null || row.tenant().equals(tenant)),
                row -> row.id().value(),
                slice);
    }

    @Override
    public List<Operation> ofInstance(NsInstanceId instance) {
        return newestFirst(row -> row.instance().equals(instance));
    }

    @Override
    public List<Operation> unfinished() {
        return newestFirst(row -> !row.state().isFinal());
    }

    @Override
    public Map<OperationState, Long> countByState() {
        Map<OperationState, Long> counts = new EnumMap<>(OperationState.class);
        layers.operations
                .where(row -> true)
                .forEach(row -> counts.merge(row.state(), 1L, Long::sum));
        return counts;
    }

    @Override
    public Operation add(Operation operation) {
        Rules.free(find(operation.id()), WHAT, operation.id());
        return put(operation, 1);
    }

    @Override
    public Operation save(Operation operation) {
        Rules.version(
                find(operation.id()).map(Operation::version),
                operation.version(),
                WHAT,
                operation.id());
        return put(operation, operation.version() + 1);
    }

    private Operation put(Operation row, long version) {
        Operation next =
                new Operation(
                        row.id(),
                        row.tenant(),
                        row.instance(),
                        row.kind(),
                        row.request(),
                        row.actor(),
                        row.before(),
                        row.progress(),
                        version);
        layers.operations.put(row.id(), next);
        return next;
    }

    private List<Operation> newestFirst(Predicate<Operation> matches) {
        List<Operation> rows = new ArrayList<>(layers.operations.where(matches));
        Collections.reverse(rows);
        return rows;
    }
}
