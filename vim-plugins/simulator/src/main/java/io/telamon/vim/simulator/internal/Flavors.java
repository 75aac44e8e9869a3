/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.Identity;
import io.telamon.vim.simulator.internal.world.Draft;
import java.util.Map;
import java.util.TreeMap;

/** Flavors, identified by their name. */
final class Flavors extends ThingOperator<FlavorSpec> {
    Flavors(Identity identity, WorldCalls calls) {
        super("flavor", identity, calls);
    }

    @Override
    Draft draft(FlavorSpec spec) {
        Map<String, String> values = new TreeMap<>();
        spec.extraSpecs().forEach((key, value) -> values.put("extra/" + key, value));
        values.put("vcpus", Integer.toString(spec.vcpus()));
        values.put("memory-mb", Integer.toString(spec.memoryMb()));
        values.put("disk-gb", Integer.toString(spec.diskGb()));
        return Draft.of(spec.name(), values);
    }
}
