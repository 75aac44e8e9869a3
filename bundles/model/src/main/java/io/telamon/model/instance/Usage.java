/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.instance;

import io.telamon.model.LaneId;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.ServerSpec;
import java.util.Collection;
import java.util.Map;

/** Counts what recorded or wanted things take of a quota. */
public final class Usage {
    private Usage() {}

    /**
     * What the things on one lane take.
     *
     * @param flavors shapes by the resource key that servers refer to
     */
    public static Quota on(
            LaneId lane, Collection<Resource> resources, Map<String, FlavorSpec> flavors) {
        return resources.stream()
                .filter(resource -> resource.owner().lane().equals(lane) && !resource.adopted())
                .map(resource -> of(resource.spec(), flavors))
                .reduce(Quota.zero(), Quota::plus);
    }

    /** What one thing takes. */
    public static Quota of(ResourceSpec spec, Map<String, FlavorSpec> flavors) {
        if (spec instanceof NetworkSpec) {
            return new Quota(0, 0, 0, 1);
        }
        if (spec instanceof ServerSpec server) {
            FlavorSpec shape = flavors.get(server.flavor().resource());
            return shape == null
                    ? new Quota(1, 0, 0, 0)
                    : new Quota(1, shape.vcpus(), shape.memoryMb(), 0);
        }
        return Quota.zero();
    }
}
