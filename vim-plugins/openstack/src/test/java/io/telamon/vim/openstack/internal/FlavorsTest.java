/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.resource.Handle;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the test beds, whose users may make flavors, do not show. */
class FlavorsTest {
    @Test
    void aFlavorThatSomebodyElseMadeIsNotOurs() {
        Flavors flavors = new Flavors(null, Duration.ZERO);

        assertThat(flavors.owns(new Handle("m1-nano"))).isFalse();
        assertThat(flavors.owns(new Handle("telamon-tm-1"))).isTrue();
    }
}
