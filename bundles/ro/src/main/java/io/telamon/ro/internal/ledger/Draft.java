/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.errors.Problem;
import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.event.Event;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.resource.Resource;
import io.telamon.store.api.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The changes of one cycle of the ledger: collected first, written in one transaction, and only
 * then applied to the board. Owned by the ledger thread.
 */
final class Draft {
    private final Board board;
    private final Instant now;
    private final Map<TaskId, Task> tasks = new LinkedHashMap<>();
    private final Map<ResourceId, Resource> resources = new LinkedHashMap<>();
    private final Map<OperationId, Operation> operations = new LinkedHashMap<>();
    private final List<Attempt> opened = new ArrayList<>();
    private final List<Attempt> closed = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final Map<TaskId, Integer> failures = new LinkedHashMap<>();

    Draft(Board board, Instant now) {
        this.board = board;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    Board board() {
        return board;
    }

    Task task(TaskId id) {
        Task changed = tasks.get(id);
        return changed != null ? changed : board.task(id);
    }

    Resource resource(ResourceId id) {
        Resource changed = resources.get(id);
        return changed != null ? changed : board.resource(id);
    }

    Operation operation(OperationId id) {
        Operation changed = operations.get(id);
        return changed != null ? changed : board.run(id).operation();
    }

    /** Moves a task; refuses a change that the table of states does not have. */
    Task move(Task task, TaskState next, Instant due, String waitingFor, Problem problem) {
        if (!task.state().canBecome(next)) {
            throw new IllegalStateException(
                    "Task " + task.id() + " cannot go from " + task.state() + " to " + next);
        }
        int attempt = task.status().attempt() + (next == TaskState.RUNNING ? 1 : 0);
        return put(task.with(new Task.Status(next, attempt, due, waitingFor, problem, tick(task))));
    }

    /** Replaces a task whose status was made by the caller, for instance to keep its clock. */
    Task put(Task task) {
        boolean waits = !task.status().waitingFor().isEmpty();
        boolean moved = task.state() != board.task(task.id()).state();
        boolean told = waits || (moved && task.state() != TaskState.READY);
        if (told) {
            events.add(Events.of(task, operation(task.operation()), told(task)));
        }
        tasks.put(task.id(), task);
        return task;
    }

    void put(Resource resource) {
        resources.put(resource.id(), resource);
    }

    void put(Operation operation) {
        operations.put(operation.id(), operation);
    }

    void open(Attempt attempt) {
        opened.add(attempt);
    }

    void close(Attempt attempt) {
        closed.add(attempt);
    }

    /** Lanes that may have something due. */
    Set<LaneId> lanes() {
        Set<LaneId> lanes = new LinkedHashSet<>(board.lanes());
        tasks.values().stream()
                .filter(task -> task.state() == TaskState.READY)
                .forEach(task -> lanes.add(task.lane()));
        return lanes;
    }

    /** At most {@code most} tasks of a lane that are due, those this draft made ready included. */
    List<Task> due(LaneId lane, int most) {
        Set<TaskId> found = new LinkedHashSet<>();
        for (Board.Due due : board.queue(lane)) {
            if (found.size() >= most || due.at().isAfter(now)) {
                break;
            }
            if (!tasks.containsKey(due.task())) {
                found.add(due.task());
            }
        }
        tasks.values().stream()
                .filter(task -> task.state() == TaskState.READY && task.lane().equals(lane))
                .filter(task -> !task.status().due().isAfter(now))
                .forEach(task -> found.add(task.id()));
        return found.stream().limit(most).map(this::task).toList();
    }

    /** Counts one more failure in a row; forgotten again when this draft is not written. */
    int failedAgain(TaskId id) {
        return failures.merge(id, failures.getOrDefault(id, board.failures(id)) + 1, Math::max);
    }

    /** Forgets failures, because somebody said "again". */
    void forgive(TaskId id) {
        failures.put(id, 0);
    }

    boolean isEmpty() {
        return tasks.isEmpty() && resources.isEmpty() && operations.isEmpty();
    }

    /** Operations of which anything is changed here. */
    Set<OperationId> touched() {
        Set<OperationId> touched = new LinkedHashSet<>(operations.keySet());
        tasks.values().forEach(task -> touched.add(task.operation()));
        return touched;
    }

    /** Changed operations, as they are before the write raises their versions. */
    private List<Operation> changedOperations() {
        return List.copyOf(operations.values());
    }

    /** Writes everything; operations come back with their new versions. */
    void write(UnitOfWork work) {
        work.tasks().saveStatus(List.copyOf(tasks.values()));
        work.tasks().addAttempts(opened);
        work.tasks().saveAttempts(closed);
        work.resources().save(List.copyOf(resources.values()));
        List<Event> all = new ArrayList<>(events);
        for (Operation changed : changedOperations()) {
            Operation saved = work.operations().save(changed);
            operations.put(saved.id(), saved);
            all.add(Events.of(saved));
            Endings.apply(work, saved, now).ifPresent(all::add);
        }
        work.journal().append(all);
    }

    /** Takes the committed changes over into the board. */
    void apply() {
        resources.values().forEach(board::put);
        failures.forEach(board::failures);
        tasks.values().forEach(board::put);
        operations.values().forEach(changed -> board.run(changed.id()).operation(changed));
        operations.values().stream()
                .filter(changed -> changed.state().isFinal())
                .forEach(changed -> board.unload(changed.id()));
    }

    /** When a change is told: later than what was told of the task before. */
    private Instant told(Task next) {
        Task current = task(next.id());
        Instant changed = next.status().changed();
        return changed.isAfter(current.status().changed()) ? changed : tick(current);
    }

    /** A time that is later than the last change of the task, so that versions of events rise. */
    private Instant tick(Task task) {
        Instant last = task.status().changed();
        return now.isAfter(last) ? now : last.plusNanos(1_000);
    }
}
