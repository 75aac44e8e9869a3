/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.ledger;

import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.Value;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads unfinished operations from the store as the board wants them. */
final class Loader {
    private final Store store;

    Loader(Store store) {
        this.store = store;
    }

    /** Ids of all operations that are not final. */
    List<OperationId> unfinished() {
        return store.read(
                work -> work.operations().unfinished().stream().map(Operation::id).toList());
    }

    /** One operation; empty when it is gone or final. */
    Optional<Board.Loaded> load(OperationId id) {
        return store.read(
                work ->
                        work.operations()
                                .find(id)
                                .filter(operation -> !operation.state().isFinal())
                                .map(operation -> load(work, operation)));
    }

    /**
     * Operations with unsettled tasks that an operation on the board waits for, themselves not
     * there.
     */
    Set<OperationId> waitedFor(Board board, OperationId id) {
        Set<TaskId> unknown = new LinkedHashSet<>();
        if (board.run(id) != null) {
            board.run(id).tasks().forEach(task -> unknown.addAll(task.dependsOn()));
        }
        unknown.removeIf(task -> board.task(task) != null);
        if (unknown.isEmpty()) {
            return Set.of();
        }
        return store.read(
                work ->
                        unknown.stream()
                                .flatMap(task -> work.tasks().find(task).stream())
                                .filter(task -> !task.state().isSettled())
                                .map(Task::operation)
                                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Board.Loaded load(UnitOfWork work, Operation operation) {
        List<Task> tasks = work.tasks().ofOperation(operation.id());
        Map<ResourceId, Resource> resources = new LinkedHashMap<>();
        List<ResourceId> worked = tasks.stream().map(Task::resource).toList();
        work.resources().find(worked).forEach(found -> resources.put(found.id(), found));
        work.resources()
                .ofInstance(operation.instance())
                .forEach(found -> resources.put(found.id(), found));
        shared(work, tasks, resources);
        List<Resource> ordered = new ArrayList<>(resources.values());
        // A thing being replaced and its successor have one key: the successor must win.
        ordered.sort(Comparator.comparing(found -> isLeaving(found) ? 0 : 1));
        return new Board.Loaded(operation, tasks, ordered);
    }

    private static void shared(
            UnitOfWork work, List<Task> tasks, Map<ResourceId, Resource> resources) {
        Set<LaneKey> wanted = new LinkedHashSet<>();
        for (Task task : tasks) {
            if (task.payload().target() != null) {
                task.payload()
                        .target()
                        .references()
                        .forEach(value -> wanted.add(new LaneKey(task.lane(), value.resource())));
            }
        }
        for (Resource resource : List.copyOf(resources.values())) {
            for (Value reference : resource.spec().references()) {
                wanted.add(new LaneKey(resource.owner().lane(), reference.resource()));
            }
        }
        resources
                .values()
                .forEach(known -> wanted.remove(new LaneKey(known.owner().lane(), known.key())));
        for (LaneKey key : wanted) {
            work.resources()
                    .shared(key.lane(), key.key())
                    .ifPresent(found -> resources.put(found.id(), found));
        }
    }

    private static boolean isLeaving(Resource resource) {
        return resource.state() == ResourceState.DELETING
                || resource.state() == ResourceState.DELETED;
    }

    private record LaneKey(LaneId lane, String key) {}
}
