/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.OperationKind;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.Task;
import io.telamon.model.plan.TaskState;
import io.telamon.model.plan.TaskVerb;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.store.api.Store;
import io.telamon.store.api.UnitOfWork;
import io.telamon.testkit.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a plan of a few tasks as the NFVO would, with its instance, operation and resources. */
public final class Plans {
    private final Store store;
    private final LaneId lane;
    private final NsInstance instance;
    private final OperationId operation = OperationId.create();
    private final Instant now = Instant.now().minusSeconds(1);
    private final List<Resource> resources = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private OperationKind kind = OperationKind.INSTANTIATE;
    private TaskId parent;

    Plans(Store store, TenantId tenant, LaneId lane) {
        this.store = store;
        this.lane = lane;
        instance = Samples.instance(tenant, "ns-" + operation);
    }

    /** A server on a network of the same plan. */
    public static ServerSpec server(String name, String network) {
        return new ServerSpec(
                name,
                Value.of("debian"),
                Value.of("small"),
                List.of(new InterfaceSpec("eth0", Value.ref(network), "", "", "virtio", false)),
                "",
                Value.of(""),
                ServerSpec.Day0.none());
    }

    /** What kind of operation it is. */
    public Plans kind(OperationKind next) {
        kind = next;
        return this;
    }

    /** The node of another plan that this one serves. */
    public Plans parent(TaskId node) {
        parent = node;
        return this;
    }

    /** Makes a network of this name. */
    public Plans network(String key, String... after) {
        return create(key, Samples.network(key), after);
    }

    /** Makes a thing after others. */
    public Plans create(String key, ResourceSpec spec, String... after) {
        Resource thing = Samples.resource(instance.id(), lane, key, spec);
        resources.add(thing);
        return task(thing.id(), TaskVerb.CREATE, key, Task.Payload.none(), after);
    }

    /** Makes a thing whose record is there already. */
    public Plans createKnown(Resource known) {
        resources.add(known);
        return task(known.id(), TaskVerb.CREATE, known.key(), Task.Payload.none());
    }

    /** Removes a thing recorded earlier. */
    public Plans delete(Resource known, String... after) {
        resources.add(known.withState(ResourceState.DELETING));
        return task(known.id(), TaskVerb.DELETE, known.key(), Task.Payload.none(), after);
    }

    /** Changes a thing recorded earlier. */
    public Plans update(Resource known, ResourceSpec target, String... after) {
        resources.add(known);
        return task(known.id(), TaskVerb.UPDATE, known.key(), Task.Payload.of(target), after);
    }

    /** An expansion node. */
    public Plans node(String expander, String... after) {
        return task(
                ResourceId.create(),
                TaskVerb.EXPAND,
                expander,
                new Task.Payload(null, expander, Map.of()),
                after);
    }

    /** Makes the last task wait for a task of another plan. */
    public Plans afterForeign(TaskId foreign) {
        Task last = tasks.remove(tasks.size() - 1);
        Set<TaskId> all = new LinkedHashSet<>(last.dependsOn());
        all.add(foreign);
        tasks.add(
                new Task(
                        last.id(),
                        last.operation(),
                        last.resource(),
                        last.lane(),
                        last.verb(),
                        last.key(),
                        last.payload(),
                        all,
                        Task.Status.first(TaskState.BLOCKED, now)));
        return this;
    }

    /** The instance. */
    public NsInstanceId instance() {
        return instance.id();
    }

    /** Id of the task on a key. */
    public TaskId id(String key) {
        return tasks.stream().filter(t -> t.key().equals(key)).findFirst().orElseThrow().id();
    }

    /** Writes everything in one transaction. */
    public OperationId store() {
        return store.write(this::write);
    }

    /** Writes everything into a transaction of the caller. */
    public OperationId write(UnitOfWork work) {
        NsInstance added = work.instances().add(instance);
        for (Resource resource : resources) {
            if (work.resources().find(resource.id()).isEmpty()) {
                work.resources().add(List.of(resource));
            } else if (resource.state() == ResourceState.DELETING) {
                work.resources().save(List.of(resource));
            }
        }
        work.operations()
                .add(
                        new Operation(
                                operation,
                                instance.tenant(),
                                instance.id(),
                                kind,
                                Map.of(),
                                "ada",
                                null,
                                new Operation.Progress(
                                        OperationState.PROCESSING, now, now, parent, null),
                                0));
        work.tasks().add(tasks);
        work.instances().save(added.with(NsState.during(kind), operation, now));
        return operation;
    }

    private Plans task(
            ResourceId thing, TaskVerb verb, String key, Task.Payload payload, String... after) {
        LaneId where = verb == TaskVerb.EXPAND ? LaneId.expansion() : lane;
        Set<TaskId> earlier = Stream.of(after).map(this::id).collect(Collectors.toSet());
        TaskState first = earlier.isEmpty() ? TaskState.READY : TaskState.BLOCKED;
        tasks.add(
                new Task(
                        TaskId.create(),
                        operation,
                        thing,
                        where,
                        verb,
                        key,
                        payload,
                        earlier,
                        Task.Status.first(first, now)));
        return this;
    }
}
