/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.door;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.OperationId;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.OperationView;
import io.telamon.northbound.api.Page;
import io.telamon.northbound.api.TaskView;
import io.telamon.store.api.Slice;
import io.telamon.store.api.Tasks;
import io.telamon.store.api.UnitOfWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what doors see of instances, operations and tasks. */
final class Views {
    private static final int LONGEST_PAGE = 1_000;

    static Slice slice(Page.Request page) {
        return new Slice(page.after(), Math.min(Math.max(page.limit(), 1), LONGEST_PAGE));
    }

    static String account(UnitOfWork work, LaneId lane) {
        return lane.kind() == LaneKind.WORKFLOW
                ? "Telamon"
                : work.accounts().find(lane).map(Account::name).orElse(lane.toString());
    }

    NsView of(UnitOfWork work, NsInstance instance) {
        String title =
                work.catalog().find(instance.nsd()).map(entry -> entry.name().title()).orElse("");
        OperationView current =
                Optional.ofNullable(instance.stamps().currentOperation())
                        .flatMap(work.operations()::find)
                        .map(operation -> of(work, operation, instance.name()))
                        .orElse(null);
        return new NsView(instance, title, current);
    }

    OperationView of(UnitOfWork work, Operation operation, String instanceName) {
        return of(operation, instanceName, work.tasks().counts(List.of(operation.id())));
    }

    OperationView of(
            Operation operation, String instanceName, Map<OperationId, Tasks.Counts> counts) {
        Tasks.Counts found = counts.getOrDefault(operation.id(), new Tasks.Counts(0, 0, 0));
        return new OperationView(
                operation, instanceName, found.total(), found.settled(), found.failed());
    }

    TaskView of(UnitOfWork work, Task task) {
        return new TaskView(task, account(work, task.lane()), work.tasks().attempts(task.id()));
    }
}
