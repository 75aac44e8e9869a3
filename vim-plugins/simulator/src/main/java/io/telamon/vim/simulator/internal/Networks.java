/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.vim.simulator.internal.world.Draft;
import io.telamon.vim.spi.Observation;
import java.util.Map;

/** Networks with their subnet; name, name servers and DHCP can be changed in place. */
final class Networks extends ThingOperator<NetworkSpec> {
    Networks(Identity identity, WorldCalls calls) {
        super("network", identity, calls);
    }

    @Override
    Draft draft(NetworkSpec spec) {
        return Draft.of(
                spec.name(),
                Map.of(
                        "cidr", spec.ip().cidr(),
                        "gateway", spec.ip().gateway(),
                        "dns", String.join(",", spec.ip().dns()),
                        "dhcp", Boolean.toString(spec.ip().dhcp()),
                        "physical", spec.physicalNetwork(),
                        "segmentation", spec.segmentation()));
    }

    @Override
    public Observation update(Handle handle, NetworkSpec from, NetworkSpec to) {
        return calls().update(kind(), handle, draft(to));
    }
}
