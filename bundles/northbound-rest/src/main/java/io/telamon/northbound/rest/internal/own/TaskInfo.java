/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.telamon.errors.Problem;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Task;
import io.telamon.northbound.api.TaskView;
import java.time.Instant;
import java.util.List;

/**
 * A task with its tries, without the payload.
 *
 * @param id our id
 * @param operation operation it belongs to
 * @param key resource key
 * @param verb what it does
 * @param kind kind of resource, absent for an expansion
 * @param account name of the partner
 * @param lane lane of the partner
 * @param state where it stands
 * @param attempt number of tries so far
 * @param due not before this time
 * @param waitingFor why it waits
 * @param problem last error
 * @param changed time of the last change
 * @param dependsOn tasks that must be settled before
 * @param attempts tries, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskInfo(
        String id,
        String operation,
        String key,
        String verb,
        String kind,
        String account,
        String lane,
        String state,
        int attempt,
        Instant due,
        String waitingFor,
        Problem problem,
        Instant changed,
        List<String> dependsOn,
        List<AttemptInfo> attempts) {
    /** One try. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AttemptInfo(
            int number, Instant started, Instant ended, String outcome, Problem problem) {
        static AttemptInfo of(Attempt one) {
            return new AttemptInfo(
                    one.number(), one.started(), one.ended(), one.outcome(), one.problem());
        }
    }

    static TaskInfo of(TaskView view) {
        Task task = view.task();
        return new TaskInfo(
                task.id().value(),
                task.operation().value(),
                task.key(),
                task.verb().name(),
                task.payload().target() == null ? null : task.payload().target().kind(),
                view.account(),
                task.lane().toString(),
                task.state().name(),
                task.status().attempt(),
                task.status().due(),
                task.status().waitingFor(),
                task.status().problem(),
                task.status().changed(),
                task.dependsOn().stream().map(TaskId::value).sorted().toList(),
                view.attempts().stream().map(AttemptInfo::of).toList());
    }
}
