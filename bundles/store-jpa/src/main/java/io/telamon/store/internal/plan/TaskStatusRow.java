/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.plan;

import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.store.internal.base.Documents;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The changing part of a task: a narrow row that is written several times. */
@Entity
@Table(name = "task_status")
class TaskStatusRow {
    @Id String taskId;
    String state;
    int attempt;
    Instant due;
    String waitingFor;
    String problem;
    Instant changed;

    static TaskStatusRow of(Task task, Documents documents) {
        TaskStatusRow row = new TaskStatusRow();
        Task.Status status = task.status();
        row.taskId = task.id().value();
        row.state = status.state().name();
        row.attempt = status.attempt();
        row.due = status.due();
        row.waitingFor = status.waitingFor();
        row.problem = documents.problem.write(status.problem());
        row.changed = status.changed();
        return row;
    }

    Task.Status toModel(Documents documents) {
        return new Task.Status(
                TaskState.valueOf(state),
                attempt,
                due,
                waitingFor,
                documents.problem.read(problem),
                changed);
    }
}
