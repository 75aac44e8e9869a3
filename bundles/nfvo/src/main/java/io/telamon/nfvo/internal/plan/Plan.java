/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.plan;

import io.telamon.model.plan.Claim;
import io.telamon.model.plan.Task;
import io.telamon.model.resource.Resource;
import java.util.List;

/**
 * The difference between what should be and what is, as a graph of tasks.
 *
 * @param added new resource records
 * @param changed resource records whose state changes with the plan itself
 * @param kept records of things that are changed in place or act
 * @param tasks tasks in an order in which each comes after those it depends on
 * @param claim shared things the instance begins to use
 * @param unclaim shared things it ceases to use
 */
public record Plan(
        List<Resource> added,
        List<Resource> changed,
        List<Resource> kept,
        List<Task> tasks,
        List<Claim> claim,
        List<Claim> unclaim) {
    /** Copies the lists. */
    public Plan {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        kept = List.copyOf(kept);
        tasks = List.copyOf(tasks);
        claim = List.copyOf(claim);
        unclaim = List.copyOf(unclaim);
    }
}
