/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.widget;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.instance.NsState;
import io.telamon.model.plan.OperationState;
import io.telamon.model.plan.TaskState;
import io.telamon.model.resource.ResourceState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ToneTest {
    @Test
    void whatWorksIsNeverShownAsTrouble() {
        assertThat(Tone.of(NsState.INSTANTIATED)).isEqualTo(Tone.OK);
        assertThat(Tone.of(OperationState.COMPLETED)).isEqualTo(Tone.OK);
        assertThat(Tone.of(ResourceState.ACTIVE)).isEqualTo(Tone.OK);
    }

    @Test
    void whatNeedsAPersonStandsOut() {
        assertThat(Tone.of(OperationState.FAILED_TEMP)).isEqualTo(Tone.WARN);
        assertThat(Tone.of(TaskState.UNKNOWN)).isEqualTo(Tone.WARN);
        assertThat(Tone.of(TaskState.FAILED)).isEqualTo(Tone.BAD);
    }

    @Test
    void timesAndSizesReadAsPeopleSayThem() {
        assertThat(Words.lasting(Duration.ofMillis(250))).isEqualTo("250 ms");
        assertThat(Words.lasting(Duration.ofSeconds(90))).isEqualTo("90 s");
        assertThat(Words.lasting(Duration.ofMinutes(5))).isEqualTo("5 min");
        assertThat(Words.age(Instant.now().minus(Duration.ofHours(3)))).isEqualTo("3 h ago");
        assertThat(Words.size(2_048)).isEqualTo("2 kB");
    }
}
