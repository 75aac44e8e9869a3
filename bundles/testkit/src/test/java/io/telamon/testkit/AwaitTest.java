/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Waiting ends when the condition holds and fails with the last value seen. */
class AwaitTest {
    @Test
    void returnsTheFirstValueThatFits() {
        AtomicInteger reads = new AtomicInteger();

        assertThat(Await.value("three", reads::incrementAndGet, value -> value == 3)).isEqualTo(3);
    }

    @Test
    void failureNamesTheWaitAndTheLastValue() {
        assertThatThrownBy(
                        () ->
                                Await.value(
                                        "four", Duration.ofMillis(5), () -> 3, value -> value == 4))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("four")
                .hasMessageContaining("last seen: 3");
    }
}
