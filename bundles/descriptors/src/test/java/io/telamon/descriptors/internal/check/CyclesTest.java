/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.descriptor.MemberDependency;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CyclesTest {
    @Test
    void aTreeHasNoCircle() {
        assertThat(Cycles.find(edges("ab", "ac", "bd", "cd"))).isEmpty();
    }

    @Test
    void aCircleIsNamedInOrder() {
        assertThat(Cycles.find(edges("xa", "ab", "bc", "ca"))).contains("a -> b -> c -> a");
        assertThat(Cycles.find(edges("aa"))).contains("a -> a");
    }

    @Test
    void longChainsNeedNoDeepStack() {
        var chain = new ArrayList<MemberDependency>();
        for (int i = 0; i < 3000; i++) {
            chain.add(new MemberDependency("n" + i, "n" + (i + 1), List.of()));
        }

        assertThat(Cycles.find(chain)).isEmpty();
    }

    private static List<MemberDependency> edges(String... pairs) {
        return List.of(pairs).stream()
                .map(p -> new MemberDependency(p.substring(0, 1), p.substring(1), List.of()))
                .toList();
    }
}
