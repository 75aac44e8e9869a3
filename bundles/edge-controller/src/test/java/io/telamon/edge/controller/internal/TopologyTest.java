/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopologyTest {
    @Test
    void readsDistancesFromRowToColumn() {
        Topology topology =
                Topology.parse(List.of("# three", "", "a 0 1 2.5", "b 3 0 4", "c 5 6 0"));

        assertThat(topology.distance("a", "c")).isEqualTo(2.5);
        assertThat(topology.distance("c", "a")).isEqualTo(5);
        assertThat(topology.knows("b")).isTrue();
    }

    @Test
    void putsStrangersFartherAwayThanAll() {
        Topology topology = Topology.parse(List.of("a 0 7", "b 7 0"));

        assertThat(topology.distance("a", "x")).isEqualTo(8);
        assertThat(topology.distance("x", "x")).isZero();
    }

    @Test
    void drawsTheSameDistancesForTheSameSeed() {
        Topology names = Topology.parse(List.of("a 0 7", "b 7 0"));

        double drawn = names.randomized(4).distance("a", "b");

        assertThat(drawn).isBetween(0.0, 1.0).isEqualTo(names.randomized(4).distance("a", "b"));
        assertThat(names.randomized(5).distance("a", "b")).isNotEqualTo(drawn);
        assertThat(names.randomized(4).distance("a", "a")).isZero();
    }

    @Test
    void saysWhichLineIsWrong() {
        refuses("Line 2", "a 0 1", "b 1");
        refuses("Line 2", "a 0 1", "a 1 0");
        refuses("Line 1", "a 0 far", "b 1 0");
        refuses("Line 1", "a 0 -1", "b 1 0");
        refuses("Line 1", "a 0 NaN", "b 1 0");
        refuses("one line", "a 0 1");
        refuses("one line", "# nothing");
    }

    private static void refuses(String why, String... lines) {
        assertThatThrownBy(() -> Topology.parse(List.of(lines)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
