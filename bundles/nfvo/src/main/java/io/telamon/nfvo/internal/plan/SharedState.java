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
 * @param claims number of instances that use it
 * @param openDeletes unsettled tasks that delete it
 */
public record SharedState(Resource resource, long claims, List<TaskId> openDeletes) {
    /** Copies the list. */
    public SharedState {
        openDeletes = List.copyOf(openDeletes);
    }

    /** Nothing recorded. */
    public static SharedState none() {
        return new SharedState(null, 0, List.of());
    }

    /** True when it can be used without a task. */
    public boolean usable() {
        return resource != null
                && resource.state() == ResourceState.ACTIVE
                && openDeletes.isEmpty();
    }
}
