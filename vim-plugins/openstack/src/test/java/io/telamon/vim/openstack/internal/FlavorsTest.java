/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.Handle;
import io.telamon.vim.spi.ResourceOperator;
import io.telamon.vim.spi.VimSession;
import org.junit.jupiter.api.Test;

/** What the test beds, whose users may make flavors, do not show. */
class FlavorsTest {
    @Test
    void aFlavorThatSomebodyElseMadeIsNotDeleted() {
        try (RecordedCloud cloud = RecordedCloud.play("flavors.json", "deleted");
                VimSession session = cloud.open()) {
            ResourceOperator<FlavorSpec> flavors = session.operator(FlavorSpec.class).orElseThrow();

            flavors.delete(new Handle("m1-nano"));
            flavors.delete(new Handle("telamon-tm-1"));

            assertThat(cloud.surprises()).isEmpty();
        }
    }
}
