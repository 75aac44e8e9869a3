/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.fakes;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.Problem;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.TaskId;
import io.telamon.model.TenantId;
import io.telamon.model.VimAccountId;
import io.telamon.model.catalog.CatalogEntry;
import io.telamon.model.catalog.PackageKind;
import io.telamon.model.catalog.PackageState;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.event.Event;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.plan.Attempt;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.northbound.api.PackageView;
import io.telamon.northbound.api.TaskView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A small world behind fake facades, so that pages can be tried and tested without the core. Each
 * {@link #step} moves every running operation a little. All methods synchronise on the world.
 */
public final class FakeWorld {
    /** The tenant that owns everything here. */
    public static final TenantId TENANT = new TenantId("tenant-demo");

    final Map<LaneId, Account> accounts = new LinkedHashMap<>();
    final Map<PackageId, PackageView> packages = new LinkedHashMap<>();
    final Map<PackageId, ValidationReport> reports = new LinkedHashMap<>();
    final Map<NsInstanceId, NsInstance> instances = new LinkedHashMap<>();
    final Map<NsInstanceId, Map<String, Resource>> resources = new LinkedHashMap<>();
    final Map<OperationId, Operation> operations = new LinkedHashMap<>();
    final Map<OperationId, List<TaskView>> tasks = new LinkedHashMap<>();
    final List<Event.Positioned> journal = new ArrayList<>();
    final Set<Consumer<List<Event.Positioned>>> listeners = ConcurrentHashMap.newKeySet();

    /** Keys of tasks that fail at their next try. */
    public final Set<String> faults = ConcurrentHashMap.newKeySet();

    /** A world with two clouds, a service of two members and one refused package. */
    public FakeWorld() {
        account("lisbon");
        account("oslo");
        pack(PackageKind.VNF, "web-vnf", "Web front end", PackageState.ONBOARDED);
        pack(PackageKind.VNF, "db-vnf", "Database", PackageState.ONBOARDED);
        pack(PackageKind.NS, "two-tier", "Two-tier shop", PackageState.ONBOARDED);
        PackageView refused =
                pack(PackageKind.NS, "broken", "Broken service", PackageState.REJECTED);
        reports.put(refused.id(), FakeDescriptors.badReport());
    }

    private void account(String name) {
        VimAccountId id = new VimAccountId("vim-" + name);
        accounts.put(
                LaneId.of(id),
                new Account(
                        LaneId.of(id),
                        TENANT,
                        name,
                        "simulator",
                        "local",
                        Map.of(),
                        Map.of(),
                        "",
                        1));
    }

    /** Adds a package. */
    public synchronized PackageView pack(
            PackageKind kind, String descriptorId, String title, PackageState state) {
        PackageView view =
                new PackageView(
                        PackageId.create(),
                        TENANT,
                        kind,
                        new CatalogEntry.Name(descriptorId, title, "Telamon", "1.0"),
                        state,
                        state == PackageState.ONBOARDED,
                        false,
                        new CatalogEntry.Content(descriptorId + ".tar.gz", 10_240, "ab".repeat(32)),
                        Map.of(),
                        Instant.now(),
                        1);
        packages.put(view.id(), view);
        reports.put(view.id(), new ValidationReport(List.of()));
        return view;
    }

    /** The package of a descriptor. */
    public synchronized PackageView packageOf(String descriptorId) {
        return packages.values().stream()
                .filter(view -> view.name().descriptorId().equals(descriptorId))
                .findFirst()
                .orElseThrow();
    }

    synchronized NsInstance instance(NsInstanceId id) {
        return known(instances.get(id), "instance " + id);
    }

    static <T> T known(T found, String what) {
        if (found == null) {
            throw new TelamonException(ErrorCode.NOT_FOUND, "There is no %s here", what);
        }
        return found;
    }

    synchronized void announce(String kind, String id, String type, Map<String, String> data) {
        Event event =
                new Event(
                        TENANT,
                        new Event.Subject(kind, id, journal.size() + 1),
                        type,
                        "admin",
                        Instant.now(),
                        data);
        Event.Positioned next = new Event.Positioned(journal.size() + 1, event);
        journal.add(next);
        listeners.forEach(listener -> listener.accept(List.of(next)));
    }

    synchronized void put(NsInstance instance) {
        instances.put(instance.id(), instance);
        announce("ns", instance.id().value(), "NsInstanceChanged", Map.of("name", instance.name()));
    }

    synchronized void put(Operation operation) {
        operations.put(operation.id(), operation);
        announce(
                "operation",
                operation.id().value(),
                "OperationChanged",
                Map.of(
                        "instance",
                        operation.instance().value(),
                        "state",
                        operation.state().name()));
    }

    /** Moves every running operation one step on. */
    public synchronized void step() {
        for (Operation operation : List.copyOf(operations.values())) {
            if (operation.state() == OperationState.PROCESSING
                    || operation.state() == OperationState.ROLLING_BACK) {
                step(operation);
            }
        }
    }

    private void step(Operation operation) {
        List<TaskView> views = tasks.get(operation.id());
        boolean failed = false;
        int started = 0;
        for (int i = 0; i < views.size(); i++) {
            TaskView view = views.get(i);
            Task task = view.task();
            failed |= task.state() == TaskState.FAILED;
            if (task.state() == TaskState.RUNNING) {
                move(
                        operation,
                        i,
                        faults.remove(task.key()) ? TaskState.FAILED : TaskState.BUILDING);
            } else if (task.state() == TaskState.BUILDING) {
                move(operation, i, TaskState.DONE);
            } else if (!failed && started < 2 && ready(task, views)) {
                move(operation, i, TaskState.RUNNING);
                started++;
            }
        }
        conclude(operation);
    }

    private static boolean ready(Task task, List<TaskView> all) {
        return (task.state() == TaskState.READY || task.state() == TaskState.BLOCKED)
                && all.stream()
                        .map(TaskView::task)
                        .filter(other -> task.dependsOn().contains(other.id()))
                        .allMatch(other -> other.state().isSettled());
    }

    void move(Operation operation, int index, TaskState next) {
        TaskView view = tasks.get(operation.id()).get(index);
        Task task = view.task();
        Instant now = Instant.now();
        List<Attempt> attempts = new ArrayList<>(view.attempts());
        Problem problem =
                next == TaskState.FAILED
                        ? Problem.of(
                                ErrorCode.VIM_REJECTED,
                                "The cloud answered 409: no valid host was found")
                        : null;
        if (next == TaskState.RUNNING) {
            attempts.add(new Attempt(task.id(), attempts.size() + 1, now, null, "", null));
        } else if (!attempts.isEmpty() && next != TaskState.BUILDING) {
            Attempt open = attempts.remove(attempts.size() - 1);
            attempts.add(
                    new Attempt(
                            task.id(), open.number(), open.started(), now, next.name(), problem));
        }
        Task.Status status = new Task.Status(next, attempts.size(), now, "", problem, now);
        tasks.get(operation.id())
                .set(index, new TaskView(task.with(status), view.account(), attempts));
        resource(operation, task, next);
        announce(
                "task",
                task.id().value(),
                "TaskChanged",
                Map.of(
                        "operation",
                        operation.id().value(),
                        "instance",
                        operation.instance().value()));
    }

    private void resource(Operation operation, Task task, TaskState next) {
        Map<String, Resource> owned = resources.get(operation.instance());
        Resource resource = owned.get(task.key());
        if (resource == null) {
            return;
        }
        ResourceState state = FakePlans.after(task.verb(), next, resource.state());
        if (state == ResourceState.DELETED) {
            owned.remove(task.key());
        } else {
            owned.put(
                    task.key(),
                    resource.observed(
                            state, "h-" + task.key(), Map.of("address/eth0", "10.0.0.7")));
        }
    }

    private void conclude(Operation operation) {
        List<Task> all = tasks.get(operation.id()).stream().map(TaskView::task).toList();
        OperationState next = null;
        if (all.stream().allMatch(task -> task.state().isSettled())) {
            next =
                    operation.state() == OperationState.ROLLING_BACK
                            ? OperationState.ROLLED_BACK
                            : OperationState.COMPLETED;
        } else if (all.stream().anyMatch(task -> task.state() == TaskState.FAILED)
                && all.stream().noneMatch(FakeWorld::moving)) {
            next = OperationState.FAILED_TEMP;
        }
        if (next != null) {
            settle(operation, next);
        }
    }

    private static boolean moving(Task task) {
        return task.state() == TaskState.RUNNING || task.state() == TaskState.BUILDING;
    }

    void settle(Operation operation, OperationState next) {
        Problem problem =
                tasks.get(operation.id()).stream()
                        .map(view -> view.task().status().problem())
                        .filter(found -> found != null && next == OperationState.FAILED_TEMP)
                        .findFirst()
                        .orElse(null);
        put(operation.with(next, problem, Instant.now()));
        NsInstance instance = instance(operation.instance());
        put(
                instance.with(
                        NsState.after(operation.kind(), next),
                        next.isFinal() ? null : operation.id(),
                        Instant.now()));
    }

    synchronized List<TaskView> tasksOf(OperationId id) {
        return List.copyOf(known(tasks.get(id), "operation " + id));
    }

    static TaskId newTask() {
        return TaskId.create();
    }
}
