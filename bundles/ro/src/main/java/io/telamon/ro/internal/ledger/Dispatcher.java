/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.model.LaneId;
import io.telamon.model.ResourceId;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.Value;
import io.telamon.ro.internal.lane.CallPool;
import io.telamon.ro.internal.lane.Lane;
import io.telamon.ro.internal.work.Job;
import io.telamon.ro.internal.work.RetryPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses which calls go out next: due tasks of lanes with room, lane by lane in turn, as far as
 * the pool has room. Records intents in the draft. Owned by the ledger thread.
 */
final class Dispatcher {
    private final LaneBook lanes;
    private final CallPool pool;
    private int turn;

    Dispatcher(LaneBook lanes, CallPool pool) {
        this.lanes = lanes;
        this.pool = pool;
    }

    /** Chooses and records; the calls go out after the commit. */
    List<InFlight> choose(Draft draft, Settlement settlement) {
        List<InFlight> chosen = new ArrayList<>();
        int room = pool.room();
        List<LaneId> waiting = List.copyOf(draft.lanes());
        for (int i = 0; i < waiting.size() && room > 0; i++) {
            LaneId id = waiting.get((turn + i) % waiting.size());
            int before = chosen.size();
            fromLane(draft, settlement, lanes.of(id), room, chosen);
            room -= chosen.size() - before;
        }
        turn++;
        return chosen;
    }

    private void fromLane(
            Draft draft, Settlement settlement, Lane lane, int room, List<InFlight> chosen) {
        int free = Math.min(room, lane.room());
        if (free > 0) {
            for (Task task : draft.due(lane.id(), free)) {
                prepare(draft, settlement, task).ifPresent(chosen::add);
            }
        }
    }

    private static Optional<InFlight> prepare(Draft draft, Settlement settlement, Task task) {
        Task.Status before = task.status();
        if (task.state() == TaskState.BUILDING) {
            return Optional.of(new InFlight(job(draft, task, true, null), before, draft.now()));
        }
        if (task.state() != TaskState.READY) {
            return Optional.empty();
        }
        Optional<String> unresolved = unresolved(draft, task);
        if (unresolved.isPresent()) {
            Problem problem = Problem.of(ErrorCode.WRONG_STATE, unresolved.get());
            draft.move(task, TaskState.FAILED, draft.now(), "", problem);
            settlement.settleOperation(draft, task.operation());
            return Optional.empty();
        }
        Task running = draft.move(task, TaskState.RUNNING, draft.now(), "", before.problem());
        draft.open(new Attempt(task.id(), running.status().attempt(), draft.now(), null, "", null));
        return Optional.of(
                new InFlight(job(draft, running, false, doubt(before)), before, draft.now()));
    }

    private static Instant doubt(Task.Status before) {
        boolean unanswered =
                before.problem() != null && RetryPolicy.unanswered(before.problem().code());
        return unanswered ? before.changed() : null;
    }

    private static Job job(Draft draft, Task task, boolean observe, Instant doubt) {
        Resource recorded = draft.resource(task.resource());
        Resource resource =
                task.verb() == TaskVerb.UPDATE
                        ? recorded.withSpec(resolved(draft, task, recorded.spec()))
                        : recorded;
        ResourceSpec wanted =
                task.payload().target() != null
                        ? task.payload().target()
                        : resource == null ? null : resource.spec();
        ResourceSpec target =
                wanted == null || task.verb() == TaskVerb.DELETE || observe
                        ? wanted
                        : resolved(draft, task, wanted);
        return new Job(task, resource, target, observe, doubt);
    }

    private static ResourceSpec resolved(Draft draft, Task task, ResourceSpec spec) {
        return spec.resolve(
                value -> value.isReference() ? Value.of(text(draft, task, value)) : value);
    }

    private static String text(Draft draft, Task task, Value value) {
        ResourceId id = draft.board().run(task.operation()).named(task.lane(), value.resource());
        Resource found = id == null ? null : draft.resource(id);
        return found == null ? "" : found.attribute(value.attribute());
    }

    private static Optional<String> unresolved(Draft draft, Task task) {
        if (task.verb() != TaskVerb.CREATE && task.verb() != TaskVerb.UPDATE) {
            return Optional.empty();
        }
        Resource resource = draft.resource(task.resource());
        ResourceSpec wanted =
                task.payload().target() != null ? task.payload().target() : resource.spec();
        return wanted.references().stream()
                .filter(value -> text(draft, task, value).isEmpty())
                .findFirst()
                .map(
                        value ->
                                task.key()
                                        + " needs the "
                                        + value.attribute()
                                        + " of "
                                        + value.resource()
                                        + ", which is not known (was it skipped?)");
    }
}
