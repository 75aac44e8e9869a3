/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.security.Caller;
import io.telamon.northbound.api.OperationFacade;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.TaskView;
import io.telamon.testkit.Samples;
import java.util.List;
import java.util.Optional;

/** The operations that {@link FakeInstances} accepted. */
final class FakeOperations implements OperationFacade {
    private final FakeInstances instances;
    final Task task;

    FakeOperations(FakeInstances instances) {
        this.instances = instances;
        this.task = Samples.task(OperationId.create(), Samples.lane(), "vld/mgmt");
    }

    /** Lets an operation fail. */
    void fail(OperationId id) {
        move(id, OperationState.FAILED_TEMP, Problem.of(ErrorCode.VIM_QUOTA, "no vCPU left"));
    }

    @Override
    public Page<OperationView> list(Caller caller, Page.Request page) {
        return new Page<>(List.copyOf(instances.accepted.values()), "");
    }

    @Override
    public List<OperationView> ofInstance(Caller caller, NsInstanceId instance) {
        return instances.accepted.values().stream()
                .filter(one -> one.operation().instance().equals(instance))
                .toList();
    }

    @Override
    public OperationView get(Caller caller, OperationId id) {
        return Optional.ofNullable(instances.accepted.get(id.value()))
                .filter(one -> one.operation().tenant().equals(caller.tenant()))
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.NOT_FOUND, "There is no operation %s", id));
    }

    @Override
    public List<TaskView> tasks(Caller caller, OperationId id) {
        get(caller, id);
        Attempt first =
                new Attempt(
                        task.id(),
                        1,
                        Samples.NOW,
                        Samples.NOW,
                        "refused",
                        Problem.of(ErrorCode.VIM_QUOTA, "no vCPU left"));
        return List.of(new TaskView(task, "cloud", List.of(first)));
    }

    @Override
    public OperationView retry(Caller caller, OperationId id) {
        open(caller, id);
        return move(id, OperationState.PROCESSING, null);
    }

    @Override
    public OperationView rollback(Caller caller, OperationId id) {
        open(caller, id);
        return move(id, OperationState.ROLLING_BACK, null);
    }

    @Override
    public OperationView fail(Caller caller, OperationId id) {
        open(caller, id);
        return move(id, OperationState.FAILED, null);
    }

    @Override
    public OperationView skip(Caller caller, OperationId id, TaskId skipped) {
        open(caller, id);
        return move(id, OperationState.PROCESSING, null);
    }

    private void open(Caller caller, OperationId id) {
        if (get(caller, id).operation().state() != OperationState.FAILED_TEMP) {
            throw new TelamonException(ErrorCode.WRONG_STATE, "Operation %s has not failed", id);
        }
    }

    private OperationView move(OperationId id, OperationState next, Problem problem) {
        OperationView before = instances.accepted.get(id.value());
        OperationView after =
                new OperationView(
                        before.operation().with(next, problem, Samples.NOW),
                        before.instanceName(),
                        before.total(),
                        before.settled(),
                        problem == null ? 0 : 1);
        instances.accepted.put(id.value(), after);
        return after;
    }
}
