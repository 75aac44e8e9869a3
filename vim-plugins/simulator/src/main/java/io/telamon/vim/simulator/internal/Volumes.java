/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.vim.simulator.internal.world.Draft;
import io.telamon.vim.spi.Observation;
import java.util.Map;

/** Volumes; they can grow in place. */
final class Volumes extends ThingOperator<BlockVolumeSpec> {
    Volumes(Identity identity, WorldCalls calls) {
        super("volume", identity, calls);
    }

    @Override
    Draft draft(BlockVolumeSpec spec) {
        return Draft.of(
                spec.name(),
                Map.of(
                        "size-gb", Long.toString(spec.sizeGb()),
                        "image", spec.image().text(),
                        "zone", spec.zone()));
    }

    @Override
    public Observation update(Handle handle, BlockVolumeSpec from, BlockVolumeSpec to) {
        return calls().update(kind(), handle, draft(to));
    }
}
