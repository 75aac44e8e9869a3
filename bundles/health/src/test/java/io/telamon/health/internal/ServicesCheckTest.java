/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.health.api.Status;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Readiness waits for the facades. */
class ServicesCheckTest {
    @Test
    void aMissingServiceIsNamed() {
        ServicesCheck check =
                new ServicesCheck(List.of("a.Vims", "a.Catalog"), Set.of("a.Vims")::contains);

        assertThat(check.check()).isEqualTo(Status.waiting("waiting for a.Catalog"));
    }

    @Test
    void allPublishedServicesMakeItReady() {
        ServicesCheck check = new ServicesCheck(List.of("a.Vims"), name -> true);

        assertThat(check.check()).isEqualTo(Status.ready("1 services there"));
    }

    @Test
    void oneTextMayHoldSeveralNames() {
        assertThat(ServicesCheck.names("a.Vims, a.Catalog")).containsExactly("a.Vims", "a.Catalog");
    }

    @Test
    void blankNamesInTheConfigurationAreIgnored() {
        ServicesCheck check = new ServicesCheck(List.of("", "a.Vims"), Set.of("a.Vims")::contains);

        assertThat(check.check().ready()).isTrue();
    }
}
