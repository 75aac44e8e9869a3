/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.health.api.Status;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A web application counts when it is served, not when its bundle is active. */
class WebAppsCheckTest {
    @Test
    void anAppThatIsStillBeingDeployedIsNamed() {
        WebAppsCheck check =
                new WebAppsCheck(
                        () -> List.of("telamon-portal", "other"), Set.of("other")::contains);

        assertThat(check.check()).isEqualTo(Status.waiting("deploying telamon-portal"));
    }

    @Test
    void servedAppsAreReady() {
        WebAppsCheck check = new WebAppsCheck(() -> List.of("telamon-portal"), name -> true);

        assertThat(check.check()).isEqualTo(Status.ready("1 web applications served"));
    }

    @Test
    void withoutWebAppsNothingIsAwaited() {
        assertThat(new WebAppsCheck(List::of, name -> false).check().ready()).isTrue();
    }
}
