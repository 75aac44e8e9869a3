/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.event.Event;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.Quota;
import io.telamon.model.instance.Topology;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.nfvo.internal.plan.Plan;
import io.telamon.northbound.api.NsChange;
import io.telamon.store.api.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes an accepted change: operation, plan, reservations, claims, instance and events, all in the
 * transaction of the caller.
 */
final class Acceptance {
    private final UnitOfWork work;
    private final Instant now;

    Acceptance(UnitOfWork work, Instant now) {
        this.work = work;
        this.now = now;
    }

    /**
     * Who asks for what.
     *
     * @param id id of the operation, as the plan's tasks carry it
     * @param change the change
     * @param actor user name
     * @param parent expansion task of an outer service, or null
     */
    record Order(OperationId id, NsChange change, String actor, TaskId parent) {}

    Operation write(NsInstance instance, Order order, Draft draft) {
        Operation operation = work.operations().add(operation(instance, order));
        store(instance, draft, nested(instance, order, draft));
        reserve(instance, draft);
        Topology topology =
                draft.wish().empty() ? instance.topology() : draft.wish().service().topology();
        NsInstance changed =
                work.instances()
                        .save(
                                instance.with(topology)
                                        .with(
                                                NsState.during(order.change().kind()),
                                                operation.id(),
                                                now));
        work.journal()
                .append(
                        List.of(
                                accepted(operation, draft),
                                new Event(
                                        changed.tenant(),
                                        new Event.Subject(
                                                "ns", changed.id().value(), changed.version()),
                                        "NsInstanceChanged",
                                        order.actor(),
                                        now,
                                        Map.of(
                                                "name", changed.name(),
                                                "state", changed.state().name()))));
        return operation;
    }

    /** Writes what a plan adds and changes, and takes the segments of its links. */
    void store(NsInstance instance, Draft draft, List<Task> more) {
        Plan plan = draft.plan();
        work.resources().add(plan.added());
        work.resources().save(plan.changed());
        plan.claim().forEach(work.claims()::add);
        plan.unclaim().forEach(work.claims()::remove);
        draft.spans().forEach(span -> work.interconnects().claim(span.claim(instance.id())));
        List<Task> tasks = new ArrayList<>(plan.tasks());
        tasks.addAll(more);
        work.tasks().add(tasks);
    }

    private List<Task> nested(NsInstance instance, Order order, Draft draft) {
        return order.change() instanceof NsChange.Instantiate
                ? NestedNodes.instantiate(draft.wish().service().nsd(), order.id(), now)
                : draft.wish().empty()
                        ? NestedNodes.terminate(instance.topology(), order.id(), now)
                        : List.of();
    }

    private void reserve(NsInstance instance, Draft draft) {
        for (LaneId lane : draft.lanes()) {
            if (lane.kind() == LaneKind.VIM) {
                Quota before = draft.before().getOrDefault(lane, Quota.zero());
                Quota after = draft.after().getOrDefault(lane, Quota.zero());
                work.accounts().reserve(instance.id(), lane, larger(before, after));
            }
        }
    }

    private static Quota larger(Quota one, Quota other) {
        return new Quota(
                Math.max(one.servers(), other.servers()),
                Math.max(one.vcpus(), other.vcpus()),
                Math.max(one.memoryMb(), other.memoryMb()),
                Math.max(one.networks(), other.networks()));
    }

    private Operation operation(NsInstance instance, Order order) {
        Topology before =
                switch (order.change().kind()) {
                    case INSTANTIATE -> Topology.empty();
                    case SCALE, UPDATE -> instance.topology();
                    case HEAL, TERMINATE -> null;
                };
        return new Operation(
                order.id(),
                instance.tenant(),
                instance.id(),
                order.change().kind(),
                Requests.words(order.change()),
                order.actor(),
                before,
                new Operation.Progress(OperationState.PROCESSING, now, now, order.parent(), null),
                0);
    }

    private Event accepted(Operation operation, Draft draft) {
        Map<String, String> data = new TreeMap<>();
        data.put("instance", operation.instance().value());
        data.put("kind", operation.kind().name());
        data.put("state", operation.state().name());
        draft.spans().forEach(span -> data.put(span.key(), span.reason()));
        return new Event(
                operation.tenant(),
                new Event.Subject("operation", operation.id().value(), operation.version()),
                "OperationAccepted",
                operation.actor(),
                now,
                data);
    }
}
