/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.vim.simulator.internal.world.Draft;
import io.telamon.vim.spi.Observation;
import java.util.Map;

/** Floating addresses; the port they lead to can be changed in place. */
final class FloatingAddresses extends ThingOperator<FloatingAddressSpec> {
    FloatingAddresses(Identity identity, WorldCalls calls) {
        super("floating-address", identity, calls);
    }

    @Override
    Draft draft(FloatingAddressSpec spec) {
        return Draft.of(
                spec.name(),
                Map.of(
                        "external", spec.external(),
                        "port", spec.port().text(),
                        "address", spec.address()));
    }

    @Override
    public Observation update(Handle handle, FloatingAddressSpec from, FloatingAddressSpec to) {
        return calls().update(kind(), handle, draft(to));
    }
}
