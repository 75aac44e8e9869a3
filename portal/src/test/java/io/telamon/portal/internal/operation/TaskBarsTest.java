/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.VimAccountId;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.northbound.api.TaskView;
import io.telamon.portal.internal.widget.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskBarsTest {
    private static final Instant BEGIN = Instant.ofEpochMilli(1_000_000);
    private static final TaskId ID = new TaskId("task-1");

    @Test
    void aTaskThatNeverRanHasNoBar() {
        Timeline.Bar bar = TaskBars.bar(view(TaskState.BLOCKED, null, "", List.of()));

        assertThat(bar.start()).isZero();
        assertThat(bar.end()).isZero();
        assertThat(bar.tone()).isEqualTo("wait");
    }

    @Test
    void aRunningTaskHasAStartAndNoEnd() {
        Timeline.Bar bar = TaskBars.bar(view(TaskState.RUNNING, null, "", List.of(open(1))));

        assertThat(bar.start()).isEqualTo(BEGIN.toEpochMilli());
        assertThat(bar.end()).isZero();
        assertThat(bar.tone()).isEqualTo("busy");
    }

    @Test
    void aFinishedTaskEndsWithItsLastChange() {
        Timeline.Bar bar = TaskBars.bar(view(TaskState.DONE, null, "", List.of(closed(1))));

        assertThat(bar.end()).isEqualTo(BEGIN.plusSeconds(5).toEpochMilli());
        assertThat(bar.label()).isEqualTo("Done");
    }

    @Test
    void aRepeatedTaskStartsAtItsFirstTry() {
        Timeline.Bar bar =
                TaskBars.bar(view(TaskState.RUNNING, null, "", List.of(closed(1), open(2))));

        assertThat(bar.start()).isEqualTo(BEGIN.toEpochMilli());
        assertThat(bar.attempt()).isEqualTo(2);
    }

    @Test
    void theErrorIsToldBeforeTheReasonToWait() {
        Problem problem = Problem.of(ErrorCode.VIM_QUOTA, "no cores left");

        assertThat(
                        TaskBars.bar(view(TaskState.FAILED, problem, "later", List.of(closed(1))))
                                .note())
                .isEqualTo("no cores left");
        assertThat(TaskBars.bar(view(TaskState.READY, null, "plug-in absent", List.of())).note())
                .isEqualTo("plug-in absent");
    }

    private static Attempt open(int number) {
        return new Attempt(ID, number, BEGIN.plusSeconds(number - 1), null, "", null);
    }

    private static Attempt closed(int number) {
        return new Attempt(
                ID, number, BEGIN.plusSeconds(number - 1), BEGIN.plusSeconds(number), "DONE", null);
    }

    private static TaskView view(
            TaskState state, Problem problem, String waitingFor, List<Attempt> attempts) {
        Task task =
                new Task(
                        ID,
                        new OperationId("op-1"),
                        new ResourceId("res-1"),
                        LaneId.of(new VimAccountId("vim-1")),
                        TaskVerb.CREATE,
                        "vld/mgmt",
                        Task.Payload.none(),
                        Set.of(),
                        new Task.Status(
                                state,
                                attempts.size(),
                                BEGIN,
                                waitingFor,
                                problem,
                                BEGIN.plusSeconds(5)));
        return new TaskView(task, "lisbon", attempts);
    }
}
