/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.instance.Topology;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationKind;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.ro.api.PlanRunner;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An RO that does a plan at once when asked to, or fails at a key the test names. */
public final class Robot implements PlanRunner {
    private final Store store;
    private final List<OperationId> woken = new ArrayList<>();
    private final List<String> decisions = new ArrayList<>();
    private final Set<String> failing = new HashSet<>();
    private String heldUp = "";
    private int handles;

    /** A robot on a store. */
    public Robot(Store store) {
        this.store = store;
    }

    /** Lets tasks on this key fail from now on. */
    public void failAt(String key) {
        failing.add(key);
    }

    /** Lets all tasks work again. */
    public void mend() {
        failing.clear();
    }

    /** Holds all accounts up for a reason. */
    public void holdUp(String reason) {
        heldUp = reason;
    }

    /** Operations it was told of. */
    public List<OperationId> woken() {
        return List.copyOf(woken);
    }

    /** Decisions it was told of, in words. */
    public List<String> decisions() {
        return List.copyOf(decisions);
    }

    @Override
    public String heldUp(LaneId lane) {
        return heldUp;
    }

    @Override
    public void wake(OperationId operation) {
        woken.add(operation);
    }

    @Override
    public void retry(OperationId operation) {
        decisions.add("retry " + operation);
    }

    @Override
    public void fail(OperationId operation) {
        decisions.add("fail " + operation);
    }

    @Override
    public void skip(TaskId task) {
        decisions.add("skip " + task);
    }

    /** Does what it can of an operation's plan; returns its state then. */
    public OperationState run(OperationId id) {
        return store.write(work -> run(work, id));
    }

    private OperationState run(UnitOfWork work, OperationId id) {
        Operation operation = work.operations().find(id).orElseThrow();
        boolean failed = false;
        for (Task task : work.tasks().ofOperation(id)) {
            if (task.state().isSettled() || task.lane().kind() == LaneKind.WORKFLOW) {
                continue;
            }
            boolean ready =
                    task.dependsOn().stream()
                            .map(work.tasks()::find)
                            .flatMap(Optional::stream)
                            .allMatch(earlier -> earlier.state().isSettled());
            if (!ready || failing.contains(task.key())) {
                failed = true;
                mark(work, task, ready ? TaskState.FAILED : TaskState.BLOCKED, ready ? 1 : 0);
            } else {
                change(work, task);
                mark(work, task, TaskState.DONE, 1);
            }
        }
        return end(work, operation, failed);
    }

    private static void mark(UnitOfWork work, Task task, TaskState state, int attempt) {
        work.tasks()
                .saveStatus(
                        List.of(
                                task.with(
                                        new Task.Status(
                                                state,
                                                attempt,
                                                task.status().due(),
                                                "",
                                                null,
                                                task.status().changed()))));
    }

    private void change(UnitOfWork work, Task task) {
        Resource thing = work.resources().find(task.resource()).orElseThrow();
        Resource next =
                switch (task.verb()) {
                    case CREATE -> thing.observed(ResourceState.ACTIVE, "h" + ++handles, Map.of());
                    case UPDATE -> thing.withSpec(task.payload().target());
                    case DELETE -> thing.withState(ResourceState.DELETED);
                    case ACT, EXPAND -> thing;
                };
        work.resources().save(List.of(next));
    }

    private static OperationState end(UnitOfWork work, Operation operation, boolean failed) {
        boolean back = operation.state() == OperationState.ROLLING_BACK;
        OperationState state =
                failed
                        ? OperationState.FAILED_TEMP
                        : back ? OperationState.ROLLED_BACK : OperationState.COMPLETED;
        Problem problem = failed ? Problem.of(ErrorCode.VIM_REJECTED, "told to fail") : null;
        work.operations().save(operation.with(state, problem, operation.progress().changed()));
        NsInstance instance = work.instances().find(operation.instance()).orElseThrow();
        NsInstance changed =
                instance.with(
                        NsState.after(operation.kind(), state),
                        failed ? operation.id() : null,
                        instance.stamps().changed());
        boolean down = operation.kind() == OperationKind.TERMINATE && !failed;
        Topology topology = down ? Topology.empty() : back && !failed ? operation.before() : null;
        work.instances().save(topology == null ? changed : changed.with(topology));
        return state;
    }
}
