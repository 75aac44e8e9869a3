/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Task;
import java.util.List;

/**
 * A task with its tries.
 *
 * @param task the record itself
 * @param account name of the account or partner of its lane
 * @param attempts tries, oldest first
 */
public record TaskView(Task task, String account, List<Attempt> attempts) {
    /** Copies the list. */
    public TaskView {
        attempts = List.copyOf(attempts);
    }
}
