/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.ResourceId;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.store.api.Resources;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Recorded resources in memory. */
final class MemoryResources implements Resources {
    private final Layers layers;

    MemoryResources(Layers layers) {
        this.layers = layers;
    }

    @Override
    public void add(List<Resource> resources) {
        for (Resource resource : resources) {
            Rules.free(find(resource.id()), "Resource", resource.key());
            refuseSecondShared(resource);
            layers.resources.put(resource.id(), resource);
        }
    }

    @Override
    public void save(List<Resource> resources) {
        for (Resource resource : resources) {
            if (find(resource.id()).isEmpty()) {
                throw Rules.stale("Resource", resource.key());
            }
            refuseSecondShared(resource);
            layers.resources.put(resource.id(), resource);
        }
    }

    @Override
    public Optional<Resource> find(ResourceId id) {
        return layers.resources.get(id);
    }

    @Override
    public List<Resource> find(Collection<ResourceId> ids) {
        return ids.stream().distinct().map(this::find).flatMap(Optional::stream).toList();
    }

    @Override
    public List<Resource> ofInstance(NsInstanceId instance) {
        return layers
                .resources
                .where(row -> row.owner().instance().equals(instance) && !gone(row))
                .stream()
                .sorted(Comparator.comparing(Resource::key))
                .toList();
    }

    @Override
    public List<Resource> onLane(LaneId lane) {
        return layers.resources.where(row -> row.owner().lane().equals(lane) && !gone(row));
    }

    @Override
    public Optional<Resource> byToken(RequestToken token) {
        return layers.resources.where(row -> row.token().equals(token)).stream().findFirst();
    }

    @Override
    public Optional<Resource> shared(LaneId lane, String sharedKey) {
        return layers.resources.where(row -> isShared(row, lane, sharedKey) && !gone(row)).stream()
                .min(Comparator.comparing(MemoryResources::going));
    }

    /** Two plans that both make the same shared thing: the later one decided on stale ground. */
    private void refuseSecondShared(Resource resource) {
        if (!resource.owner().instance().equals(Resource.SHARED)
                || gone(resource)
                || going(resource)) {
            return;
        }
        boolean second =
                !layers.resources
                        .where(
                                row ->
                                        isShared(row, resource.owner().lane(), resource.key())
                                                && !gone(row)
                                                && !going(row)
                                                && !row.id().equals(resource.id()))
                        .isEmpty();
        if (second) {
            throw Rules.stale("Shared resource", resource.key());
        }
    }

    private static boolean isShared(Resource row, LaneId lane, String key) {
        return row.owner().instance().equals(Resource.SHARED)
                && row.owner().lane().equals(lane)
                && row.key().equals(key);
    }

    private static boolean gone(Resource row) {
        return row.state() == ResourceState.DELETED;
    }

    private static boolean going(Resource row) {
        return row.state() == ResourceState.DELETING;
    }
}
