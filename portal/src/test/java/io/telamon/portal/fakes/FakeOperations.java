/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.fakes;

import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.TaskState;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.TaskView;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Operations of the fake world. */
public final class FakeOperations implements OperationFacade {
    private final FakeWorld world;

    /** Works on this world. */
    public FakeOperations(FakeWorld world) {
        this.world = world;
    }

    OperationView view(Operation operation) {
        List<TaskView> tasks = world.tasks.get(operation.id());
        return new OperationView(
                operation,
                world.instances.get(operation.instance()).name(),
                tasks.size(),
                (int) tasks.stream().filter(view -> view.task().state().isSettled()).count(),
                (int)
                        tasks.stream()
                                .filter(view -> view.task().state() == TaskState.FAILED)
                                .count());
    }

    @Override
    public Page<OperationView> list(Caller caller, Page.Request page) {
        synchronized (world) {
            return new Page<>(world.operations.values().stream().map(this::view).toList(), "");
        }
    }

    @Override
    public List<OperationView> ofInstance(Caller caller, NsInstanceId instance) {
        synchronized (world) {
            return world.operations.values().stream()
                    .filter(operation -> operation.instance().equals(instance))
                    .sorted(
                            Comparator.comparing((Operation o) -> o.progress().started())
                                    .reversed())
                    .map(this::view)
                    .toList();
        }
    }

    @Override
    public OperationView get(Caller caller, OperationId id) {
        synchronized (world) {
            return view(FakeWorld.known(world.operations.get(id), "operation " + id));
        }
    }

    @Override
    public List<TaskView> tasks(Caller caller, OperationId id) {
        return world.tasksOf(id);
    }

    @Override
    public OperationView retry(Caller caller, OperationId id) {
        return decide(
                caller,
                id,
                OperationState.PROCESSING,
                view -> view.task().state() == TaskState.FAILED,
                TaskState.READY);
    }

    @Override
    public OperationView rollback(Caller caller, OperationId id) {
        return decide(
                caller,
                id,
                OperationState.ROLLING_BACK,
                view -> !view.task().state().isSettled(),
                TaskState.CANCELLED);
    }

    @Override
    public OperationView fail(Caller caller, OperationId id) {
        return decide(caller, id, OperationState.FAILED, view -> false, TaskState.CANCELLED);
    }

    @Override
    public OperationView skip(Caller caller, OperationId id, TaskId task) {
        return decide(
                caller,
                id,
                OperationState.PROCESSING,
                view -> view.task().id().equals(task),
                TaskState.SKIPPED);
    }

    private OperationView decide(
            Caller caller,
            OperationId id,
            OperationState next,
            Predicate<TaskView> which,
            TaskState state) {
        caller.require("op:operate");
        synchronized (world) {
            Operation operation = world.operations.get(id);
            List<TaskView> tasks = world.tasks.get(id);
            for (int i = 0; i < tasks.size(); i++) {
                if (which.test(tasks.get(i))) {
                    world.move(operation, i, state);
                }
            }
            world.settle(operation, next);
            return view(world.operations.get(id));
        }
    }
}
