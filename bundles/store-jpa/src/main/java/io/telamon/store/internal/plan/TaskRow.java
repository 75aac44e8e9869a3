/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.plan;

import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskVerb;
import io.telamon.store.internal.base.Documents;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The plan part of a task: written once. */
@Entity
@Table(name = "task")
class TaskRow {
    @Id String id;
    long seq;
    String operationId;
    String resourceId;
    String lane;
    String verb;
    String taskKey;
    String payload;
    String dependsOn;

    static TaskRow of(Task task, long seq, Documents documents) {
        TaskRow row = new TaskRow();
        row.id = task.id().value();
        row.seq = seq;
        row.operationId = task.operation().value();
        row.resourceId = task.resource().value();
        row.lane = task.lane().toString();
        row.verb = task.verb().name();
        row.taskKey = task.key();
        row.payload = documents.payload.write(task.payload());
        row.dependsOn = join(task.dependsOn());
        return row;
    }

    Task toModel(TaskStatusRow status, Documents documents) {
        return new Task(
                new TaskId(id),
                new OperationId(operationId),
                new ResourceId(resourceId),
                LaneId.parse(lane),
                TaskVerb.valueOf(verb),
                taskKey,
                documents.payload.read(payload),
                split(dependsOn),
                status.toModel(documents));
    }

    /** Ids as one text; ids have no spaces. */
    static String join(Set<TaskId> ids) {
        return ids.stream().map(TaskId::value).sorted().collect(Collectors.joining(" "));
    }

    private static Set<TaskId> split(String ids) {
        return ids.isEmpty()
                ? Set.of()
                : Arrays.stream(ids.split(" ")).map(TaskId::new).collect(Collectors.toSet());
    }
}
