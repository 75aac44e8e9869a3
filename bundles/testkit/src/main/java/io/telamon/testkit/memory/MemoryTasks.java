/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.store.api.Slice;
import io.telamon.store.api.Tasks;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks and attempts in memory. */
final class MemoryTasks implements Tasks {
    private final Layers layers;

    MemoryTasks(Layers layers) {
        this.layers = layers;
    }

    @Override
    public void add(List<Task> tasks) {
        for (Task task : tasks) {
            Rules.free(find(task.id()), "Task", task.id());
            layers.tasks.put(task.id(), task);
        }
    }

    @Override
    public void saveStatus(List<Task> tasks) {
        for (Task task : tasks) {
            layers.tasks.put(task.id(), existing(task.id()).with(task.status()));
        }
    }

    @Override
    public void addDependencies(Task task) {
        Task stored = existing(task.id());
        if (stored.state() != TaskState.BLOCKED) {
            throw Rules.stale("Task", task.id());
        }
        layers.tasks.put(
                task.id(),
                new Task(
                        stored.id(),
                        stored.operation(),
                        stored.resource(),
                        stored.lane(),
                        stored.verb(),
                        stored.key(),
                        stored.payload(),
                        task.dependsOn(),
                        stored.status()));
    }

    @Override
    public Optional<Task> find(TaskId id) {
        return layers.tasks.get(id);
    }

    @Override
    public List<Task> ofOperation(OperationId operation) {
        return layers.tasks.where(row -> row.operation().equals(operation));
    }

    @Override
    public Map<OperationId, Counts> counts(Collection<OperationId> operations) {
        Map<OperationId, Counts> counts = new HashMap<>();
        for (OperationId operation : operations) {
            List<Task> tasks = ofOperation(operation);
            if (!tasks.isEmpty()) {
                counts.put(operation, counts(tasks));
            }
        }
        return counts;
    }

    private static Counts counts(List<Task> tasks) {
        long settled = tasks.stream().filter(task -> task.state().isSettled()).count();
        long failed =
                tasks.stream()
                        .map(Task::state)
                        .filter(state -> state == TaskState.FAILED || state == TaskState.UNKNOWN)
                        .count();
        return new Counts(tasks.size(), Math.toIntExact(settled), Math.toIntExact(failed));
    }

    @Override
    public List<Task> openOn(ResourceId resource) {
        return layers.tasks.where(
                row -> row.resource().equals(resource) && !row.state().isSettled());
    }

    @Override
    public List<Task> ofLane(LaneId lane, Slice slice) {
        List<Task> due =
                layers
                        .tasks
                        .where(row -> row.lane().equals(lane) && !row.state().isSettled())
                        .stream()
                        .sorted(Comparator.comparing((Task row) -> row.status().due()))
                        .toList();
        return Rules.behind(due, row -> row.id().value(), slice);
    }

    @Override
    public void addAttempts(List<Attempt> attempts) {
        for (Attempt attempt : attempts) {
            Rules.free(layers.attempts.get(key(attempt)), "Attempt", key(attempt));
            layers.attempts.put(key(attempt), attempt);
        }
    }

    @Override
    public void saveAttempts(List<Attempt> attempts) {
        for (Attempt attempt : attempts) {
            if (layers.attempts.get(key(attempt)).isEmpty()) {
                throw Rules.stale("Attempt", key(attempt));
            }
            layers.attempts.put(key(attempt), attempt);
        }
    }

    @Override
    public List<Attempt> attempts(TaskId task) {
        return layers.attempts.where(row -> row.task().equals(task)).stream()
                .sorted(Comparator.comparingInt(Attempt::number))
                .toList();
    }

    private Task existing(TaskId id) {
        return find(id).orElseThrow(() -> Rules.stale("Task", id));
    }

    private static Tables.AttemptKey key(Attempt attempt) {
        return new Tables.AttemptKey(attempt.task(), attempt.number());
    }
}
