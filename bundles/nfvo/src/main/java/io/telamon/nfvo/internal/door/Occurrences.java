/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.door;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.plan.Operation;
import io.telamon.model.security.Caller;
import io.telamon.nfvo.internal.change.Changes;
import io.telamon.nfvo.internal.change.Rollback;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.TaskView;
import io.telamon.store.api.Slice;
import io.telamon.store.api.Store;
import io.telamon.store.api.Tasks;
import io.telamon.store.api.UnitOfWork;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Operation occurrences for doors, and a person's decisions about them. */
@Component(service = OperationFacade.class)
public final class Occurrences implements OperationFacade {
    private final Store store;
    private final Changes changes;
    private final Rollback rollback;
    private final Views views = new Views();

    /** Wires the component. */
    @Activate
    public Occurrences(
            @Reference Store store, @Reference Changes changes, @Reference Rollback rollback) {
        this.store = store;
        this.changes = changes;
        this.rollback = rollback;
    }

    @Override
    public Page<OperationView> list(Caller caller, Page.Request page) {
        caller.require("op:read");
        TenantId tenant = caller.seesAllTenants() ? null : caller.tenant();
        Slice slice = Views.slice(page);
        return store.read(
                work -> {
                    List<Operation> found = work.operations().list(tenant, slice);
                    String next =
                            found.size() < slice.limit()
                                    ? ""
                                    : found.get(found.size() - 1).id().value();
                    return new Page<>(views(work, found), next);
                });
    }

    @Override
    public List<OperationView> ofInstance(Caller caller, NsInstanceId instance) {
        caller.require("op:read");
        return store.read(
                work -> {
                    Visible.instance(work, caller, instance);
                    return views(work, work.operations().ofInstance(instance));
                });
    }

    @Override
    public OperationView get(Caller caller, OperationId id) {
        caller.require("op:read");
        return store.read(work -> views(work, List.of(Visible.operation(work, caller, id))).get(0));
    }

    @Override
    public List<TaskView> tasks(Caller caller, OperationId id) {
        caller.require("op:read");
        return store.read(
                work -> {
                    Operation operation = Visible.operation(work, caller, id);
                    return new Waits(work, operation, changes::heldUp)
                            .told().stream().map(task -> views.of(work, task)).toList();
                });
    }

    @Override
    public OperationView retry(Caller caller, OperationId id) {
        decide(caller, id);
        changes.runner().retry(id);
        return get(caller, id);
    }

    @Override
    public OperationView rollback(Caller caller, OperationId id) {
        decide(caller, id);
        rollback.begin(id);
        return get(caller, id);
    }

    @Override
    public OperationView fail(Caller caller, OperationId id) {
        decide(caller, id);
        changes.runner().fail(id);
        return get(caller, id);
    }

    @Override
    public OperationView skip(Caller caller, OperationId id, TaskId task) {
        decide(caller, id);
        store.read(
                work ->
                        work.tasks()
                                .find(task)
                                .filter(found -> found.operation().equals(id))
                                .orElseThrow(
                                        () ->
                                                new TelamonException(
                                                        ErrorCode.NOT_FOUND,
                                                        "Operation %s has no task %s",
                                                        id,
                                                        task)));
        changes.runner().skip(task);
        return get(caller, id);
    }

    private void decide(Caller caller, OperationId id) {
        caller.require("op:operate");
        store.read(work -> Visible.operation(work, caller, id));
    }

    private List<OperationView> views(UnitOfWork work, List<Operation> operations) {
        Map<OperationId, Tasks.Counts> counts =
                work.tasks().counts(operations.stream().map(Operation::id).toList());
        return operations.stream()
                .map(operation -> views.of(operation, name(work, operation.instance()), counts))
                .toList();
    }

    private static String name(UnitOfWork work, NsInstanceId id) {
        return work.instances().find(id).map(NsInstance::name).orElse(id.value());
    }
}
