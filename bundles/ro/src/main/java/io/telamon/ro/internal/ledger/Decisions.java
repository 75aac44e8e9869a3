/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;

/** A person's decisions about failed tasks, as changes of the draft. Owned by the ledger thread. */
final class Decisions {
    private final Settlement settlement;

    Decisions(Settlement settlement) {
        this.settlement = settlement;
    }

    /** Lets failed tasks run again. */
    void retry(Draft draft, OperationId id) {
        Operation operation = awaiting(draft, id);
        for (Task known : draft.board().run(id).tasks()) {
            Task task = draft.task(known.id());
            if (task.state() == TaskState.FAILED || task.state() == TaskState.UNKNOWN) {
                draft.forgive(task.id());
                Task.Status status = task.status();
                draft.put(
                        task.with(
                                new Task.Status(
                                        TaskState.READY,
                                        status.attempt(),
                                        draft.now(),
                                        "",
                                        status.problem(),
                                        status.changed())));
            }
        }
        goOn(draft, operation);
    }

    /** Gives up; what was not sent is never sent. */
    void fail(Draft draft, OperationId id) {
        Operation operation = awaiting(draft, id);
        for (Task known : draft.board().run(id).tasks()) {
            Task task = draft.task(known.id());
            if (!task.state().isSettled()) {
                draft.move(task, TaskState.CANCELLED, draft.now(), "", task.status().problem());
            }
        }
        draft.board().run(id).tasks().forEach(task -> settlement.release(draft, task.id()));
        draft.put(
                operation.with(OperationState.FAILED, operation.progress().problem(), draft.now()));
    }

    /** Declares a task as not needed. */
    void skip(Draft draft, TaskId id) {
        Task task = draft.task(id);
        if (task == null
                || (task.state() != TaskState.FAILED && task.state() != TaskState.UNKNOWN)) {
            throw new TelamonException(
                    ErrorCode.WRONG_STATE,
                    "Task %s is not FAILED or UNKNOWN; only such a task can be skipped",
                    id);
        }
        Operation operation = draft.operation(task.operation());
        draft.move(task, TaskState.SKIPPED, draft.now(), "", task.status().problem());
        settlement.release(draft, id);
        if (operation.state() == OperationState.FAILED_TEMP) {
            goOn(draft, operation);
        }
        settlement.settleOperation(draft, task.operation());
    }

    private static void goOn(Draft draft, Operation operation) {
        boolean undoing =
                draft.board().run(operation.id()).tasks().stream()
                        .anyMatch(task -> draft.task(task.id()).state() == TaskState.CANCELLED);
        draft.put(
                operation.with(
                        undoing ? OperationState.ROLLING_BACK : OperationState.PROCESSING,
                        null,
                        draft.now()));
    }

    private static Operation awaiting(Draft draft, OperationId id) {
        Run run = draft.board().run(id);
        if (run == null || draft.operation(id).state() != OperationState.FAILED_TEMP) {
            throw new TelamonException(
                    ErrorCode.WRONG_STATE,
                    "Operation %s is not in FAILED_TEMP; there is nothing to decide",
                    id);
        }
        return draft.operation(id);
    }
}
