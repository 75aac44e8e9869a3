/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScalingAspectTest {
    @Test
    void theLastDeltaRepeats() {
        var deltas =
                List.of(
                        new ScalingDelta("first", Map.of("db", 1)),
                        new ScalingDelta("rest", Map.of("db", 2, "web", 1)));
        var aspect = new ScalingAspect("out", "", 4, deltas, List.of(), List.of());

        assertThat(aspect.stepTo(1)).isEqualTo(Map.of("db", 1));
        assertThat(aspect.stepTo(2)).isEqualTo(Map.of("db", 2, "web", 1));
        assertThat(aspect.stepTo(4)).isEqualTo(Map.of("db", 2, "web", 1));
        assertThat(aspect.name()).isEqualTo("out");
    }

    @Test
    void stepsBeyondTheGreatestLevelAreRefused() {
        var aspect = ScalingAspect.uniform("out", 2, "db", 1);

        assertThat(aspect.stepTo(2)).isEqualTo(Map.of("db", 1));
        assertThatThrownBy(() -> aspect.stepTo(3)).hasMessageContaining("levels 1 to 2");
        assertThatThrownBy(() -> aspect.stepTo(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void impossibleRangesAreRefused() {
        assertThatThrownBy(() -> new InstanceRange(2, 1, 3)).hasMessageContaining("min 2");
        assertThatThrownBy(() -> new InstanceRange(0, 4, 3)).hasMessageContaining("max 3");
        assertThatThrownBy(() -> new InstanceRange(-1, 0, 0)).hasMessageContaining("min -1");
        assertThat(InstanceRange.exactly(3)).isEqualTo(new InstanceRange(3, 3, 3));
    }

    @Test
    void portsThatDoNotExistAreRefused() {
        assertThat(new PortRange(80, 1024).to()).isEqualTo(1024);
        assertThatThrownBy(() -> new PortRange(81, 80)).hasMessageContaining("81-80");
        assertThatThrownBy(() -> new PortRange(1, 65536)).hasMessageContaining("65536");
    }
}
