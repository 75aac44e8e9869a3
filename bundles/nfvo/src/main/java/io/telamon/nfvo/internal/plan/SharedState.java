/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.plan;

import io.telamon.model.TaskId;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import java.util.List;

/**
 * What is recorded of a shared thing on one lane.
 *
 * @param resource the record, null when there is none
 * @param claims number of instances that use it, counted only when the planned instance is one
 * @param open unsettled tasks, of whatever operation, that make or delete it
 */
public record SharedState(Resource resource, long claims, List<TaskId> open) {
    /** Copies the list. */
    public SharedState {
        open = List.copyOf(open);
    }

    /** Nothing recorded. */
    public static SharedState none() {
        return new SharedState(null, 0, List.of());
    }

    /** True when it is being deleted, so that a successor is needed. */
    boolean isLeaving() {
        return resource != null && resource.state() == ResourceState.DELETING && !open.isEmpty();
    }

    /** True when it can be used without a task. */
    public boolean usable() {
        return resource != null && resource.state() == ResourceState.ACTIVE;
    }
}
