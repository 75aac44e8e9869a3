/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.api;

import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Task;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks of plans. A task's plan part never changes; its status does. */
public interface Tasks {
    /** Adds the tasks of an accepted or grown plan. */
    void add(List<Task> tasks);

    /** Stores new statuses in one batch. */
    void saveStatus(List<Task> tasks);

    /** Lets a task depend on more tasks (only while it is BLOCKED). */
    void addDependencies(Task task);

    /** The task; empty when there is none. */
    Optional<Task> find(TaskId id);

    /** All tasks of an operation in the order they were planned. */
    List<Task> ofOperation(OperationId operation);

    /** Numbers of tasks by operation; operations without tasks are left out. */
    Map<OperationId, Counts> counts(Collection<OperationId> operations);

    /**
     * Numbers of tasks of one operation.
     *
     * @param total all tasks
     * @param settled DONE, SKIPPED or CANCELLED
     * @param failed FAILED or UNKNOWN
     */
    record Counts(int total, int settled, int failed) {}

    /** Tasks of any operation that are not settled and work on this resource. */
    List<Task> openOn(ResourceId resource);

    /** Unsettled tasks of one lane in due order, for views. */
    List<Task> ofLane(LaneId lane, Slice slice);

    /** Records intents of attempts in one batch. */
    void addAttempts(List<Attempt> attempts);

    /** Records outcomes of attempts in one batch. */
    void saveAttempts(List<Attempt> attempts);

    /** Attempts of one task, oldest first. */
    List<Attempt> attempts(TaskId task);
}
