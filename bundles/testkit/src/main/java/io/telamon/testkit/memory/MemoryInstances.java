/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.TaskId;
import io.telamon.model.TenantId;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.plan.Operation;
import io.telamon.model.plan.Task;
import io.telamon.model.resource.ResourceState;
import io.telamon.store.api.NsInstances;
import io.telamon.store.api.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Network service instances in memory. */
final class MemoryInstances implements NsInstances {
    private static final String WHAT = "Network service";

    private final Layers layers;

    MemoryInstances(Layers layers) {
        this.layers = layers;
    }

    @Override
    public Optional<NsInstance> find(NsInstanceId id) {
        return layers.instances.get(id);
    }

    @Override
    public Optional<NsInstance> findByName(TenantId tenant, String name) {
        return layers
                .instances
                .where(row -> row.tenant().equals(tenant) && row.name().equals(name))
                .stream()
                .findFirst();
    }

    @Override
    public List<NsInstance> list(TenantId tenant, Slice slice) {
        List<NsInstance> mine =
                layers.instances.where(row -> tenant == null || row.tenant().equals(tenant));
        return Rules.byId(mine, row -> row.id().value(), slice);
    }

    @Override
    public List<NsInstance> using(PackageId packageId) {
        return ordered(
                row ->
                        row.nsd().equals(packageId)
                                || row.topology().vnfs().stream()
                                        .anyMatch(vnf -> packageId.equals(vnf.vnfPackage())));
    }

    @Override
    public List<NsInstance> on(LaneId lane) {
        Set<NsInstanceId> owners =
                layers
                        .resources
                        .where(
                                row ->
                                        row.owner().lane().equals(lane)
                                                && row.state() != ResourceState.DELETED)
                        .stream()
                        .map(row -> row.owner().instance())
                        .collect(Collectors.toSet());
        return ordered(
                row ->
                        owners.contains(row.id())
                                || row.topology().vnfs().stream()
                                        .anyMatch(
                                                vnf ->
                                                        vnf.vim() != null
                                                                && LaneId.of(vnf.vim())
                                                                        .equals(lane)));
    }

    @Override
    public NsInstance add(NsInstance instance) {
        Rules.free(find(instance.id()), WHAT, instance.id());
        return put(instance, 1);
    }

    @Override
    public NsInstance save(NsInstance instance) {
        Rules.version(
                find(instance.id()).map(NsInstance::version),
                instance.version(),
                WHAT,
                instance.name());
        return put(instance, instance.version() + 1);
    }

    @Override
    public void remove(NsInstanceId id) {
        layers.instances.remove(id);
        layers.resources.removeWhere(row -> row.owner().instance().equals(id));
        layers.claims.removeWhere(row -> row.instance().equals(id));
        layers.reservations.removeWhere(row -> row.key().instance().equals(id));
        Set<OperationId> operations =
                layers.operations.where(row -> row.instance().equals(id)).stream()
                        .map(Operation::id)
                        .collect(Collectors.toSet());
        Set<TaskId> tasks =
                layers.tasks.where(row -> operations.contains(row.operation())).stream()
                        .map(Task::id)
                        .collect(Collectors.toSet());
        layers.attempts.removeWhere(row -> tasks.contains(row.task()));
        tasks.forEach(layers.tasks::remove);
        operations.forEach(layers.operations::remove);
    }

    private NsInstance put(NsInstance row, long version) {
        Optional<NsInstance> sameName =
                findByName(row.tenant(), row.name()).filter(other -> !other.id().equals(row.id()));
        Rules.free(sameName, WHAT, row.name());
        NsInstance next =
                new NsInstance(
                        row.id(),
                        row.tenant(),
                        row.name(),
                        row.description(),
                        row.nsd(),
                        row.state(),
                        row.topology(),
                        row.stamps(),
                        version);
        layers.instances.put(row.id(), next);
        return next;
    }

    private List<NsInstance> ordered(Predicate<NsInstance> matches) {
        return Rules.byId(layers.instances.where(matches), row -> row.id().value(), Slice.all());
    }
}
