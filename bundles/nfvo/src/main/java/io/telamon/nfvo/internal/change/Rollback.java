/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.event.Event;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.Resource;
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.northbound.api.NsChange;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes back what a failed operation made: plans the way to the topology before it. */
@Component(service = Rollback.class)
public final class Rollback {
    private final Store store;
    private final Changes changes;
    private final Clock clock = Clock.systemUTC();

    /** Wires the component. */
    @Activate
    public Rollback(@Reference Store store, @Reference Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    /**
     * Begins the rollback.
     *
     * @throws TelamonException WRONG_STATE when the operation does not wait for a decision or
     *     cannot be taken back
     */
    public void begin(OperationId id) {
        Operation operation = store.read(work -> find(work, id));
        check(operation);
        NsInstance instance =
                store.read(work -> work.instances().find(operation.instance()).orElseThrow());
        NsInstance back = instance.with(operation.before());
        boolean empty = operation.before().vnfs().isEmpty();
        Wish wish = empty ? Wish.nothing() : Wish.of(changes.pictures().of(back));
        NsChange likeness =
                empty ? new NsChange.Terminate() : new NsChange.Heal("", "", "rollback");
        Clouds clouds = changes.clouds(empty ? instance : back, likeness);
        store.write(work -> write(work, find(work, id), instance, wish, clouds));
        changes.wake(id);
    }

    private Void write(
            UnitOfWork work, Operation operation, NsInstance instance, Wish wish, Clouds clouds) {
        check(operation);
        List<Task> open = new ArrayList<>();
        Set<ResourceId> neverSent = new HashSet<>();
        Set<ResourceId> uncertain = new HashSet<>();
        for (Task task : work.tasks().ofOperation(operation.id())) {
            if (!task.state().isSettled()) {
                open.add(task);
                if (task.verb() == TaskVerb.CREATE && task.status().attempt() == 0) {
                    neverSent.add(task.resource());
                }
                if (task.verb() == TaskVerb.UPDATE && task.status().attempt() > 0) {
                    uncertain.add(task.resource());
                }
            }
        }
        keepUntouched(work, open);
        Instant now = clock.instant();
        work.tasks().saveStatus(open.stream().map(task -> cancelled(task, now)).toList());
        Drafter drafter = changes.drafter();
        Drafter.Ask ask =
                new Drafter.Ask(
                        instance,
                        operation.id(),
                        wish,
                        clouds,
                        new Drafter.Doubts(neverSent, uncertain));
        Draft free = drafter.draft(work, ask);
        free.lanes().forEach(work.accounts()::lock);
        Draft locked = drafter.draft(work, ask);
        refuse(locked);
        List<Task> nested =
                wish.empty()
                        ? NestedNodes.terminate(instance.topology(), operation.id(), now)
                        : List.of();
        new Acceptance(work, now).store(instance, locked, nested);
        Operation saved =
                work.operations()
                        .save(
                                operation.with(
                                        OperationState.ROLLING_BACK,
                                        operation.progress().problem(),
                                        now));
        NsState state = NsState.after(operation.kind(), OperationState.ROLLING_BACK);
        NsInstance current = work.instances().find(instance.id()).orElseThrow();
        work.instances().save(current.with(state, operation.id(), now));
        work.journal().append(List.of(event(saved, now)));
        return null;
    }

    /**
     * What was to be removed and was never asked for is what it was. Shared things are left to the
     * planner: others may have planned with their successor.
     */
    private static void keepUntouched(UnitOfWork work, List<Task> open) {
        List<Resource> untouched = new ArrayList<>();
        for (Task task : open) {
            if (task.verb() == TaskVerb.DELETE && task.status().attempt() == 0) {
                task.payload()
                        .was()
                        .flatMap(
                                was ->
                                        work.resources()
                                                .find(task.resource())
                                                .filter(thing -> !isShared(thing))
                                                .map(thing -> thing.withState(was)))
                        .ifPresent(untouched::add);
            }
        }
        work.resources().save(untouched);
    }

    private static boolean isShared(Resource thing) {
        return Resource.SHARED.equals(thing.owner().instance());
    }

    /** An account that is silent now would make everything on it look different. */
    private static void refuse(Draft draft) {
        draft.refusals().stream()
                .filter(refusal -> refusal.code() != ErrorCode.QUOTA)
                .findFirst()
                .ifPresent(
                        refusal -> {
                            throw new TelamonException(refusal.code(), "%s", refusal.reason());
                        });
    }

    private static void check(Operation operation) {
        if (operation.state() != OperationState.FAILED_TEMP) {
            throw new TelamonException(
                    ErrorCode.WRONG_STATE,
                    "Operation %s is %s; only one in FAILED_TEMP can be rolled back",
                    operation.id(),
                    operation.state());
        }
        if (operation.before() == null) {
            throw new TelamonException(
                    ErrorCode.WRONG_STATE,
                    "A %s cannot be rolled back; retry it or give it up with op:fail",
                    operation.kind());
        }
    }

    private static Task cancelled(Task task, Instant now) {
        Task.Status status = task.status();
        return task.with(
                new Task.Status(
                        TaskState.CANCELLED, status.attempt(), now, "", status.problem(), now));
    }

    private static Event event(Operation operation, Instant now) {
        return new Event(
                operation.tenant(),
                new Event.Subject("operation", operation.id().value(), operation.version()),
                "OperationRollingBack",
                operation.actor(),
                now,
                Map.of(
                        "instance", operation.instance().value(),
                        "kind", operation.kind().name(),
                        "state", operation.state().name()));
    }

    private static Operation find(UnitOfWork work, OperationId id) {
        return work.operations()
                .find(id)
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.NOT_FOUND, "There is no operation %s", id));
    }
}
