/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.Value;
import io.telamon.vim.simulator.internal.world.Draft;
import io.telamon.vim.spi.Observation;
import java.util.Map;
import java.util.stream.Collectors;

/** Routers; the networks they join can be changed in place. */
final class Routers extends ThingOperator<RouterSpec> {
    Routers(Identity identity, WorldCalls calls) {
        super("router", identity, calls);
    }

    @Override
    Draft draft(RouterSpec spec) {
        String subnets = spec.subnets().stream().map(Value::text).collect(Collectors.joining(","));
        return Draft.of(spec.name(), Map.of("external", spec.external(), "subnets", subnets));
    }

    @Override
    public Observation update(Handle handle, RouterSpec from, RouterSpec to) {
        return calls().update(kind(), handle, draft(to));
    }
}
