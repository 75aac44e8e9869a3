/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.model.resource.Handle;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.StackSpec;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.VimAbility;
import org.junit.jupiter.api.Test;

/** Things made as a whole from a template. */
public interface StackContract extends VimContract {
    /** What came of the template is told, before and after a change. */
    @Test
    default void aStackShowsItsServersAndOutputsAndChangesInPlace() {
        assumeTrue(
                session().abilities().contains(VimAbility.STACK) && vim().stack().isPresent(),
                "this cloud has no stacks");
        Trial<StackSpec> trial = stage().stack(vim().stack().orElseThrow());

        Observation made = trial.active();
        Handle handle = new Handle(made.handle());
        trial.operator().update(handle, trial.spec(), trial.spec());
        Observation changed = trial.until(handle, ResourceState.ACTIVE);
        trial.gone(handle);

        assertThat(made.attributes()).anySatisfy((name, id) -> filled("server/", name, id));
        assertThat(made.attributes()).anySatisfy((name, value) -> filled("output/", name, value));
        assertThat(changed.attributes().keySet()).containsAll(made.attributes().keySet());
        assertThat(trial.operator().observe(handle).state()).isEqualTo(ResourceState.MISSING);
    }

    private static void filled(String prefix, String name, String value) {
        assertThat(name).startsWith(prefix);
        assertThat(value).isNotBlank();
    }
}
