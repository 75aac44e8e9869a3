/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.model.LaneId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.model.resource.Resource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One unfinished operation in memory: its record, its tasks in planned order, its resources by key.
 */
final class Run {
    private Operation operation;
    private final Map<TaskId, Task> tasks = new LinkedHashMap<>();
    private final Map<String, ResourceId> keys = new HashMap<>();
    private final Set<ResourceId> resources = new HashSet<>();

    Run(Operation operation) {
        this.operation = operation;
    }

    Operation operation() {
        return operation;
    }

    void operation(Operation next) {
        operation = next;
    }

    Collection<Task> tasks() {
        return tasks.values();
    }

    Task task(TaskId id) {
        return tasks.get(id);
    }

    void put(Task task) {
        tasks.put(task.id(), task);
    }

    /** Makes a resource known under its key, on its lane first; false when it was known. */
    boolean name(Resource resource) {
        keys.put(resource.owner().lane() + "|" + resource.key(), resource.id());
        keys.put(resource.key(), resource.id());
        return resources.add(resource.id());
    }

    /** The resource of this key, on this lane if there is one of that name there. */
    ResourceId named(LaneId lane, String key) {
        ResourceId here = keys.get(lane + "|" + key);
        return here != null ? here : keys.get(key);
    }

    Collection<ResourceId> resources() {
        return resources;
    }
}
