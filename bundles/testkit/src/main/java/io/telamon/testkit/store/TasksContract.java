/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.model.LaneId;
import io.telamon.model.TaskId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.store.api.Slice;
import io.telamon.store.api.Tasks;
import io.telamon.testkit.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tasks and attempts. */
public interface TasksContract extends StoreUnderTest {
    /** All of a task is kept. */
    @Test
    default void taskIsFoundAsAdded() {
        Operation operation = operation();
        Task first = Samples.task(operation.id(), Samples.lane(), "net");
        Task second =
                new Task(
                        TaskId.create(),
                        operation.id(),
                        first.resource(),
                        first.lane(),
                        TaskVerb.ACT,
                        "net",
                        new Task.Payload(null, "restart", Map.of("how", "hard")),
                        Set.of(first.id(), TaskId.create()),
                        new Task.Status(
                                TaskState.BLOCKED,
                                3,
                                Samples.NOW.plusSeconds(5),
                                "waits",
                                Problem.of(ErrorCode.VIM_FAULT, "broke"),
                                Samples.NOW));

        write(unit -> unit.tasks().add(List.of(first, second)));

        thatFound(unit -> unit.tasks().find(first.id())).contains(first);
        thatFound(unit -> unit.tasks().find(second.id())).contains(second);
        thatFound(unit -> unit.tasks().find(TaskId.create())).isEmpty();
    }

    /** The order of planning is kept, over several additions too. */
    @Test
    default void tasksOfAnOperationAreInPlannedOrder() {
        Operation operation = operation();
        LaneId lane = Samples.lane();
        List<Task> planned =
                IntStream.range(0, 60)
                        .mapToObj(index -> Samples.task(operation.id(), lane, "k" + index))
                        .toList();

        write(unit -> unit.tasks().add(planned.subList(0, 30)));
        write(unit -> unit.tasks().add(planned.subList(30, 60)));

        thatList(unit -> unit.tasks().ofOperation(operation.id())).isEqualTo(planned);
    }

    /** A batch of statuses is stored and nothing but the statuses. */
    @Test
    default void statusesAreSavedInABatch() {
        Operation operation = operation();
        List<Task> tasks =
                IntStream.range(0, 50)
                        .mapToObj(
                                index -> Samples.task(operation.id(), Samples.lane(), "k" + index))
                        .toList();
        write(unit -> unit.tasks().add(tasks));
        Task.Status failed =
                new Task.Status(
                        TaskState.FAILED,
                        2,
                        Samples.NOW.plusSeconds(60),
                        "a person",
                        Problem.of(ErrorCode.VIM_TIMEOUT, "no answer"),
                        Samples.NOW.plusSeconds(1));

        write(unit -> unit.tasks().saveStatus(tasks.stream().map(t -> t.with(failed)).toList()));

        thatList(unit -> unit.tasks().ofOperation(operation.id()))
                .isEqualTo(tasks.stream().map(task -> task.with(failed)).toList());
    }

    /** A status of a task that is gone is STALE, and nothing of the batch is kept. */
    @Test
    default void statusOfAGoneTaskIsStale() {
        Operation operation = operation();
        Task task = Samples.task(operation.id(), Samples.lane(), "net");
        Task gone = Samples.task(operation.id(), Samples.lane(), "gone");
        write(unit -> unit.tasks().add(List.of(task)));
        Task.Status done = new Task.Status(TaskState.DONE, 1, Samples.NOW, "", null, Samples.NOW);

        refused(
                ErrorCode.STALE,
                unit -> unit.tasks().saveStatus(List.of(task.with(done), gone.with(done))));

        thatFound(unit -> unit.tasks().find(task.id())).contains(task);
    }

    /** A blocked task can get more to wait for; another cannot. */
    @Test
    default void onlyABlockedTaskGetsDependencies() {
        Operation operation = operation();
        Task ready = Samples.task(operation.id(), Samples.lane(), "a");
        Task blocked =
                Samples.task(operation.id(), Samples.lane(), "b")
                        .with(Task.Status.first(TaskState.BLOCKED, Samples.NOW));
        write(unit -> unit.tasks().add(List.of(ready, blocked)));

        write(unit -> unit.tasks().addDependencies(dependingOn(blocked, ready)));

        assertThat(seen(unit -> unit.tasks().find(blocked.id())).orElseThrow().dependsOn())
                .containsExactly(ready.id());
        refused(ErrorCode.STALE, unit -> unit.tasks().addDependencies(dependingOn(ready, blocked)));
    }

    /** Open tasks of a resource are those that are not settled. */
    @Test
    default void openTasksOfAResourceAreFound() {
        Operation operation = operation();
        LaneId lane = Samples.lane();
        Task sample = Samples.task(operation.id(), lane, "net");
        Task settled = copy(sample, TaskState.DONE, Samples.NOW);
        Task failed = copy(sample, TaskState.FAILED, Samples.NOW);
        write(unit -> unit.tasks().add(List.of(settled, failed, sample)));

        thatList(unit -> unit.tasks().openOn(sample.resource()))
                .containsExactlyInAnyOrder(failed, sample);
    }

    /** Tasks are counted by what people want to know of them. */
    @Test
    default void tasksOfOperationsAreCounted() {
        Operation operation = operation();
        Operation empty = operation();
        Task sample = Samples.task(operation.id(), Samples.lane(), "net");
        List<Task> tasks =
                Stream.of(TaskState.values())
                        .map(state -> copy(sample, state, Samples.NOW))
                        .toList();
        write(unit -> unit.tasks().add(tasks));

        thatValue(unit -> unit.tasks().counts(List.of(operation.id(), empty.id())))
                .isEqualTo(Map.of(operation.id(), new Tasks.Counts(9, 3, 2)));
    }

    /** A lane shows its unsettled tasks in due order, page by page. */
    @Test
    default void tasksOfALaneAreInDueOrder() {
        Operation operation = operation();
        Task sample = Samples.task(operation.id(), Samples.lane(), "net");
        List<Task> due =
                IntStream.range(0, 4)
                        .mapToObj(
                                index ->
                                        copy(
                                                sample,
                                                TaskState.READY,
                                                Samples.NOW.plusSeconds(index)))
                        .toList();
        Task settled = copy(sample, TaskState.SKIPPED, Samples.NOW);
        write(
                unit ->
                        unit.tasks()
                                .add(
                                        List.of(
                                                due.get(2),
                                                settled,
                                                due.get(0),
                                                due.get(3),
                                                due.get(1))));

        thatList(unit -> unit.tasks().ofLane(sample.lane(), new Slice("", 3)))
                .isEqualTo(due.subList(0, 3));
        String marker = due.get(2).id().value();
        thatList(unit -> unit.tasks().ofLane(sample.lane(), new Slice(marker, 3)))
                .isEqualTo(due.subList(3, 4));
    }

    /** Intents and outcomes of attempts are kept, oldest first. */
    @Test
    default void attemptsAreKept() {
        Task task = Samples.task(operation().id(), Samples.lane(), "net");
        write(unit -> unit.tasks().add(List.of(task)));
        Attempt first = new Attempt(task.id(), 1, Samples.NOW, null, "", null);
        Attempt second = new Attempt(task.id(), 2, Samples.NOW.plusSeconds(1), null, "", null);
        Attempt ended =
                new Attempt(
                        task.id(),
                        1,
                        Samples.NOW,
                        Samples.NOW.plusSeconds(1),
                        "failed",
                        new Problem(ErrorCode.VIM_UNAVAILABLE, "refused", "r-1"));

        write(unit -> unit.tasks().addAttempts(List.of(second, first)));
        write(unit -> unit.tasks().saveAttempts(List.of(ended)));

        thatList(unit -> unit.tasks().attempts(task.id())).containsExactly(ended, second);
        refused(ErrorCode.ALREADY_EXISTS, unit -> unit.tasks().addAttempts(List.of(first)));
    }

    private Operation operation() {
        NsInstance instance = Samples.instance(Samples.tenant(), "a");
        return written(unit -> unit.operations().add(Samples.operation(instance)));
    }

    private static Task copy(Task task, TaskState state, Instant due) {
        return new Task(
                TaskId.create(),
                task.operation(),
                task.resource(),
                task.lane(),
                task.verb(),
                task.key(),
                task.payload(),
                task.dependsOn(),
                new Task.Status(state, 0, due, "", null, Samples.NOW));
    }

    private static Task dependingOn(Task task, Task other) {
        return new Task(
                task.id(),
                task.operation(),
                task.resource(),
                task.lane(),
                task.verb(),
                task.key(),
                task.payload(),
                Set.of(other.id()),
                task.status());
    }
}
