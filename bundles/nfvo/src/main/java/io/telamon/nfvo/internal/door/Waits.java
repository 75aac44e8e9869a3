/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.door;

import io.telamon.model.LaneId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.store.api.UnitOfWork;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says for people what the tasks of an operation wait for beyond the operation itself: an account
 * whose calls do not go out, or a task of another operation, as with a shared flavor.
 */
final class Waits {
    private final UnitOfWork work;
    private final Operation operation;
    private final Function<LaneId, String> heldUp;

    /**
     * For one operation.
     *
     * @param heldUp why the calls of a lane do not go out, empty when they do
     */
    Waits(UnitOfWork work, Operation operation, Function<LaneId, String> heldUp) {
        this.work = work;
        this.operation = operation;
        this.heldUp = heldUp;
    }

    /** The operation's tasks with what each waits for, in the order they were planned. */
    List<Task> told() {
        List<Task> tasks = work.tasks().ofOperation(operation.id());
        Set<TaskId> own = tasks.stream().map(Task::id).collect(Collectors.toSet());
        return tasks.stream().map(task -> told(task, own)).toList();
    }

    private Task told(Task task, Set<TaskId> own) {
        return task.state() == TaskState.BLOCKED
                ? foreign(task, own)
                        .map(other -> task.with(task.status().waitingFor(reason(other))))
                        .orElse(task)
                : task.heldUp(heldUp.apply(task.lane()));
    }

    private Optional<Task> foreign(Task task, Set<TaskId> own) {
        return task.dependsOn().stream()
                .filter(id -> !own.contains(id))
                .sorted(Comparator.comparing(TaskId::value))
                .map(work.tasks()::find)
                .flatMap(Optional::stream)
                .filter(other -> !other.state().isSettled())
                .findFirst();
    }

    /** A foreign tenant's operation is not named. */
    private String reason(Task other) {
        String why = heldUp.apply(other.lane());
        boolean ours =
                work.operations()
                        .find(other.operation())
                        .filter(found -> found.tenant().equals(operation.tenant()))
                        .isPresent();
        return other.key()
                + " of "
                + (ours ? "operation " + other.operation() : "another operation")
                + (why.isEmpty() ? "" : ", which waits: " + why);
    }
}
