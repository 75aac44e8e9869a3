/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The clock stands until it is moved. */
class FakeClockTest {
    @Test
    void movesOnlyWhenTold() {
        FakeClock clock = new FakeClock();
        Instant start = clock.instant();

        clock.advance(Duration.ofMinutes(5));

        assertThat(clock.instant()).isEqualTo(start.plusSeconds(300));
        clock.set(start);
        assertThat(clock.instant()).isEqualTo(start);
    }
}
