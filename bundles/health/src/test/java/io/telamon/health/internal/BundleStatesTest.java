/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.health.api.Status;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

/** When the bundles of the product count as running. */
class BundleStatesTest {
    @Test
    void activeBundlesAreReady() {
        Status status = BundleStates.judge(List.of(product("telamon-ro", Bundle.ACTIVE)));

        assertThat(status).isEqualTo(Status.ready("1 bundles run"));
    }

    @Test
    void aStoppedBundleIsNamedWithItsState() {
        Status status =
                BundleStates.judge(
                        List.of(
                                product("telamon-ro", Bundle.RESOLVED),
                                product("telamon-nfvo", Bundle.ACTIVE)));

        assertThat(status.ready()).isFalse();
        assertThat(status.detail()).contains("1 of 2").contains("telamon-ro (stopped)");
    }

    @Test
    void aResolvedFragmentRunsAndAnUnresolvedOneDoesNot() {
        BundleStates.Seen resolved = new BundleStates.Seen("f", "mvn:f", Bundle.RESOLVED, true);
        BundleStates.Seen lost = new BundleStates.Seen("f", "mvn:f", Bundle.INSTALLED, true);

        assertThat(BundleStates.judge(List.of(resolved)).ready()).isTrue();
        assertThat(BundleStates.judge(List.of(lost)).detail()).contains("f (not resolved)");
    }

    @Test
    void aBrokenJarInTheDeployFolderDoesNotMakeTheContainerUnready() {
        BundleStates.Seen dropped =
                new BundleStates.Seen("x", "file:/deploy/x.jar", Bundle.INSTALLED, false);

        assertThat(BundleStates.judge(List.of(dropped)).ready()).isTrue();
    }

    @Test
    void amongManyLateBundlesOnlyTheFirstFiveAreNamed() {
        Status status =
                BundleStates.judge(
                        IntStream.range(0, 9)
                                .mapToObj(i -> product("b" + i, Bundle.STARTING))
                                .toList());

        assertThat(status.detail()).contains("9 of 9").contains("b4").doesNotContain("b5");
    }

    private static BundleStates.Seen product(String name, int state) {
        return new BundleStates.Seen(name, "mvn:io.telamon/" + name, state, false);
    }
}
