/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.vim.simulator.internal.world.Draft;
import io.telamon.vim.spi.Observation;
import java.util.Map;

/** Security groups; name and rules can be changed in place. */
final class SecurityGroups extends ThingOperator<SecurityGroupSpec> {
    SecurityGroups(Identity identity, WorldCalls calls) {
        super("security-group", identity, calls);
    }

    @Override
    Draft draft(SecurityGroupSpec spec) {
        return Draft.of(spec.name(), Map.of("rules", SecurityGroupSpec.text(spec.rules())));
    }

    @Override
    public Observation update(Handle handle, SecurityGroupSpec from, SecurityGroupSpec to) {
        return calls().update(kind(), handle, draft(to));
    }
}
