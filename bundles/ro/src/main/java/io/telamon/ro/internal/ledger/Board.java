/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.resource.Resource;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the ledger knows in memory: all unfinished operations and the queue of each lane. A mirror
 * of the store, never ahead of it. Owned by the ledger thread.
 */
final class Board {
    private final Map<OperationId, Run> runs = new LinkedHashMap<>();
    private final Map<TaskId, Run> runOf = new HashMap<>();
    private final Map<ResourceId, Resource> resources = new HashMap<>();
    private final Map<TaskId, Set<TaskId>> dependants = new HashMap<>();
    private final Map<LaneId, TreeSet<Due>> queues = new LinkedHashMap<>();
    private final Map<TaskId, Due> queued = new HashMap<>();
    private final Map<TaskId, Integer> failures = new HashMap<>();
    private final Map<ResourceId, Integer> holders = new HashMap<>();
    private long sequence;

    /** A place in a lane's queue: due time first, then order of arrival. */
    record Due(Instant at, long order, LaneId lane, TaskId task) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    /** An operation as read from the store. */
    record Loaded(Operation operation, List<Task> tasks, List<Resource> resources) {}

    /** Takes an operation in, or takes in what it has grown to. */
    void load(Loaded loaded) {
        Map<TaskId, Integer> kept = new HashMap<>(failures);
        unload(loaded.operation().id());
        Run run = new Run(loaded.operation());
        runs.put(loaded.operation().id(), run);
        loaded.resources()
                .forEach(
                        resource -> {
                            resources.put(resource.id(), resource);
                            if (run.name(resource)) {
                                holders.merge(resource.id(), 1, Integer::sum);
                            }
                        });
        for (Task task : loaded.tasks()) {
            runOf.put(task.id(), run);
            task.dependsOn()
                    .forEach(
                            earlier ->
                                    dependants
                                            .computeIfAbsent(earlier, key -> new LinkedHashSet<>())
                                            .add(task.id()));
            put(task);
            failures(task.id(), kept.getOrDefault(task.id(), 0));
        }
    }

    /** Lets an operation go. */
    void unload(OperationId id) {
        Run run = runs.remove(id);
        if (run == null) {
            return;
        }
        for (Task task : run.tasks()) {
            runOf.remove(task.id());
            task.dependsOn().forEach(earlier -> unlink(earlier, task.id()));
            failures.remove(task.id());
            dequeue(task.id());
        }
        run.resources().forEach(this::release);
    }

    /** Takes an operation's tasks out of the queues until it is loaded again; others wait on. */
    void rest(OperationId id) {
        Run run = runs.get(id);
        if (run != null) {
            run.tasks().forEach(task -> dequeue(task.id()));
        }
    }

    Run run(OperationId id) {
        return runs.get(id);
    }

    Collection<Run> runs() {
        return runs.values();
    }

    Task task(TaskId id) {
        Run run = runOf.get(id);
        return run == null ? null : run.task(id);
    }

    Resource resource(ResourceId id) {
        return resources.get(id);
    }

    void put(Resource resource) {
        resources.put(resource.id(), resource);
    }

    /** Replaces a task and its place in the queue. */
    void put(Task task) {
        Run run = runOf.get(task.id());
        if (run == null) {
            return;
        }
        run.put(task);
        dequeue(task.id());
        if (task.state() == TaskState.READY || task.state() == TaskState.BUILDING) {
            Due due = new Due(task.status().due(), sequence++, task.lane(), task.id());
            queued.put(task.id(), due);
            queues.computeIfAbsent(task.lane(), lane -> new TreeSet<>()).add(due);
        }
        if (task.state().isSettled()) {
            failures.remove(task.id());
        }
    }

    Set<TaskId> dependants(TaskId id) {
        return dependants.getOrDefault(id, Set.of());
    }

    /** Queue of a lane, next due first; never null. */
    NavigableSet<Due> queue(LaneId lane) {
        TreeSet<Due> queue = queues.get(lane);
        return queue == null ? new TreeSet<>() : queue;
    }

    /** Lanes with something in their queue. */
    List<LaneId> lanes() {
        return List.copyOf(queues.keySet());
    }

    /** Takes a task out of its queue because a call for it goes out. */
    void dequeue(TaskId id) {
        Due due = queued.remove(id);
        if (due != null) {
            TreeSet<Due> queue = queues.get(due.lane());
            queue.remove(due);
            if (queue.isEmpty()) {
                queues.remove(due.lane());
            }
        }
    }

    /** Puts a task back into its queue, if its state says so. */
    void requeue(TaskId id) {
        Task task = task(id);
        if (task != null) {
            put(task);
        }
    }

    /** Shared things stay as long as one operation holds them. */
    private void release(ResourceId id) {
        if (holders.merge(id, -1, Integer::sum) <= 0) {
            holders.remove(id);
            resources.remove(id);
        }
    }

    /** Failures in a row of a task. */
    int failures(TaskId id) {
        return failures.getOrDefault(id, 0);
    }

    /** Sets the number of failures in a row. */
    void failures(TaskId id, int inARow) {
        if (inARow == 0 || !runOf.containsKey(id)) {
            failures.remove(id);
        } else {
            failures.put(id, inARow);
        }
    }

    /** Tasks of other operations may still wait for the same one, so only this link goes. */
    private void unlink(TaskId earlier, TaskId later) {
        Set<TaskId> waiting = dependants.get(earlier);
        if (waiting != null && waiting.remove(later) && waiting.isEmpty()) {
            dependants.remove(earlier);
        }
    }
}
