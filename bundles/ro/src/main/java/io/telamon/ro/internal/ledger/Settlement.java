/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.errors.Problem;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.nfvo.api.PlanExpander;
import io.telamon.ro.internal.work.Outcome;
import io.telamon.ro.internal.work.RetryPolicy;
import io.telamon.vim.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns outcomes and decisions into new states of tasks, resources and operations. Pure apart from
 * the draft it writes into. Owned by the ledger thread.
 */
final class Settlement {
    private static final Duration NODE_CHECK = Duration.ofSeconds(1);

    private final RetryPolicy policy;
    private final Duration observeAfter;

    Settlement(RetryPolicy policy, Duration observeAfter) {
        this.policy = policy;
        this.observeAfter = observeAfter;
    }

    /** Records what came of a call. */
    void outcome(Draft draft, InFlight call, Outcome outcome) {
        Task task = draft.task(call.job().task().id());
        TaskState expected = call.job().observe() ? TaskState.BUILDING : TaskState.RUNNING;
        if (task == null || task.state() != expected) {
            return;
        }
        take(draft, task, call, outcome);
        if (!call.job().observe()) {
            String word = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            draft.close(
                    new Attempt(
                            task.id(),
                            task.status().attempt(),
                            call.started(),
                            draft.now(),
                            word,
                            problem(outcome)));
        }
        settleOperation(draft, task.operation());
    }

    private void take(Draft draft, Task task, InFlight call, Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            done(draft, task, done.seen());
        } else if (outcome instanceof Outcome.Gone) {
            gone(draft, task);
        } else if (outcome instanceof Outcome.Building building) {
            building(draft, task, building);
        } else if (outcome instanceof Outcome.Postponed postponed) {
            postponed(draft, task, call, postponed);
        } else if (outcome instanceof Outcome.Failed failed) {
            failed(draft, task, failed);
        } else if (outcome instanceof Outcome.Unknown unknown) {
            draft.move(task, TaskState.UNKNOWN, draft.now(), "a person's check", unknown.problem());
        } else if (outcome instanceof Outcome.Grown grown) {
            grown(draft, task, grown.progress());
        }
    }

    private static Problem problem(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                ? failed.problem()
                : outcome instanceof Outcome.Unknown unknown ? unknown.problem() : null;
    }

    /** Lets BLOCKED tasks go whose predecessors are all settled. */
    void release(Draft draft, TaskId settled) {
        for (TaskId id : draft.board().dependants(settled)) {
            Task task = draft.task(id);
            if (task != null && task.state() == TaskState.BLOCKED && unblocked(draft, task)) {
                draft.move(task, TaskState.READY, draft.now(), "", null);
            }
        }
    }

    /** True when nothing this task depends on is unsettled; what is not on the board is settled. */
    boolean unblocked(Draft draft, Task task) {
        return task.dependsOn().stream()
                .map(draft::task)
                .allMatch(earlier -> earlier == null || earlier.state().isSettled());
    }

    /** Brings the operation's state into line with its tasks. */
    void settleOperation(Draft draft, OperationId id) {
        Operation operation = draft.operation(id);
        if (tasks(draft, id).allMatch(task -> task.state().isSettled())) {
            end(draft, operation);
            return;
        }
        boolean moving = tasks(draft, id).anyMatch(task -> moves(draft, task));
        if (!moving
                && !operation.state().isFinal()
                && operation.state() != OperationState.FAILED_TEMP) {
            Problem first =
                    tasks(draft, id)
                            .filter(task -> task.status().problem() != null)
                            .filter(
                                    task ->
                                            task.state() == TaskState.FAILED
                                                    || task.state() == TaskState.UNKNOWN)
                            .map(task -> task.status().problem())
                            .findFirst()
                            .orElse(null);
            draft.put(operation.with(OperationState.FAILED_TEMP, first, draft.now()));
            wakeParent(draft, operation);
        }
    }

    private static Stream<Task> tasks(Draft draft, OperationId id) {
        return draft.board().run(id).tasks().stream().map(task -> draft.task(task.id()));
    }

    /** What waits for another operation's task goes on when that one is settled. */
    private static boolean moves(Draft draft, Task task) {
        return switch (task.state()) {
            case READY, RUNNING, BUILDING -> true;
            case BLOCKED ->
                    task.dependsOn().stream()
                            .map(draft::task)
                            .anyMatch(earlier -> isForeign(task, earlier));
            case UNKNOWN, FAILED, DONE, SKIPPED, CANCELLED -> false;
        };
    }

    private static boolean isForeign(Task task, Task earlier) {
        return earlier != null
                && !earlier.state().isSettled()
                && !earlier.operation().equals(task.operation());
    }

    private static void end(Draft draft, Operation operation) {
        OperationState end =
                operation.state() == OperationState.ROLLING_BACK
                        ? OperationState.ROLLED_BACK
                        : OperationState.COMPLETED;
        if (operation.state().canBecome(end)) {
            draft.put(operation.with(end, null, draft.now()));
            wakeParent(draft, operation);
        }
    }

    private static void wakeParent(Draft draft, Operation operation) {
        TaskId parent = operation.progress().parent();
        Task node = parent == null ? null : draft.task(parent);
        if (node != null && node.state() == TaskState.BUILDING) {
            draft.move(node, TaskState.BUILDING, draft.now(), "", null);
        }
    }

    private void done(Draft draft, Task task, Observation seen) {
        Resource resource = draft.resource(task.resource());
        if (resource != null) {
            Resource wanted =
                    task.payload().target() == null
                            ? resource
                            : resource.withSpec(task.payload().target());
            draft.put(wanted.observed(ResourceState.ACTIVE, seen.handle(), seen.attributes()));
        }
        finish(draft, task);
    }

    private void gone(Draft draft, Task task) {
        Resource resource = draft.resource(task.resource());
        if (resource != null) {
            draft.put(resource.withState(ResourceState.DELETED));
        }
        finish(draft, task);
    }

    private void finish(Draft draft, Task task) {
        draft.move(task, TaskState.DONE, draft.now(), "", null);
        release(draft, task.id());
    }

    private void building(Draft draft, Task task, Outcome.Building building) {
        Resource resource = draft.resource(task.resource());
        Observation seen = building.seen();
        if (resource != null && seen != null) {
            ResourceState state =
                    task.verb() == TaskVerb.DELETE
                            ? ResourceState.DELETING
                            : ResourceState.BUILDING;
            draft.put(resource.observed(state, seen.handle(), seen.attributes()));
        }
        Duration again = building.again().isZero() ? observeAfter : building.again();
        draft.move(task, TaskState.BUILDING, draft.now().plus(again), "", null);
    }

    private static void postponed(
            Draft draft, Task task, InFlight call, Outcome.Postponed postponed) {
        Instant due = draft.now().plus(postponed.delay());
        if (call.job().observe()) {
            draft.move(task, TaskState.BUILDING, due, postponed.reason(), null);
            return;
        }
        Task.Status before = call.before();
        if (postponed.keepClock() && before.problem() != null) {
            Task.Status kept =
                    new Task.Status(
                            TaskState.READY,
                            task.status().attempt(),
                            due,
                            postponed.reason(),
                            before.problem(),
                            before.changed());
            draft.put(task.with(kept));
        } else {
            draft.move(task, TaskState.READY, due, postponed.reason(), null);
        }
    }

    private void failed(Draft draft, Task task, Outcome.Failed failed) {
        Resource resource = draft.resource(task.resource());
        if (resource != null && failed.seen() != null) {
            draft.put(
                    resource.observed(
                            failed.seen().state(),
                            failed.seen().handle(),
                            failed.seen().attributes()));
        }
        int failures = draft.failedAgain(task.id());
        Optional<Duration> wait = policy.after(failed.problem().code(), failures, failed.pause());
        boolean looking = task.state() == TaskState.BUILDING;
        if (wait.isPresent()) {
            draft.move(
                    task,
                    looking ? TaskState.BUILDING : TaskState.READY,
                    draft.now().plus(wait.get()),
                    failed.problem().detail(),
                    failed.problem());
        } else {
            draft.move(task, TaskState.FAILED, draft.now(), "", failed.problem());
        }
    }

    private void grown(Draft draft, Task task, PlanExpander.Progress progress) {
        if (progress.done()) {
            finish(draft, task);
        } else {
            draft.move(
                    task,
                    TaskState.BUILDING,
                    draft.now().plus(NODE_CHECK),
                    progress.waitingFor(),
                    null);
        }
    }
}
