/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.model.resource.Identity;
import io.telamon.model.resource.ServerGroupSpec;
import io.telamon.vim.simulator.internal.world.Draft;
import java.util.Map;

/** Placement groups. */
final class ServerGroups extends ThingOperator<ServerGroupSpec> {
    ServerGroups(Identity identity, WorldCalls calls) {
        super("server-group", identity, calls);
    }

    @Override
    Draft draft(ServerGroupSpec spec) {
        return Draft.of(
                spec.name(),
                Map.of("apart", Boolean.toString(spec.apart()), "scope", spec.scope()));
    }
}
