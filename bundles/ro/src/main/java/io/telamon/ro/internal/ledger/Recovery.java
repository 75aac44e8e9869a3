/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import java.util.List;
import java.util.Set;

/**
 * Puts right what a crash or a change behind the ledger's back left in an operation just loaded:
 * open intents are asked again, settled tasks release those that wait for them. Owned by the ledger
 * thread.
 */
final class Recovery {
    private static final Problem INTERRUPTED =
            Problem.of(
                    ErrorCode.VIM_TIMEOUT,
                    "Telamon was interrupted before it heard the answer; it asks again");

    private final Settlement settlement;

    Recovery(Settlement settlement) {
        this.settlement = settlement;
    }

    /** Works on the run as loaded; {@code inFlight} are tasks whose answer will still come. */
    void recover(Draft draft, OperationId id, Set<TaskId> inFlight) {
        Run run = draft.board().run(id);
        if (run == null) {
            return;
        }
        for (Task known : List.copyOf(run.tasks())) {
            Task task = draft.task(known.id());
            if (task.state() == TaskState.RUNNING && !inFlight.contains(task.id())) {
                draft.move(task, TaskState.READY, draft.now(), "", INTERRUPTED);
            } else if (task.state() == TaskState.BLOCKED && settlement.unblocked(draft, task)) {
                draft.move(task, TaskState.READY, draft.now(), "", null);
            } else if (task.state().isSettled()) {
                settlement.release(draft, task.id());
            }
        }
        settlement.settleOperation(draft, id);
    }
}
