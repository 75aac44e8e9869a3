/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.testkit.FakeClock;
import org.junit.jupiter.api.Test;

class KnownPasswordsTest {
    private static final char[] PASSWORD = "correct horse".toCharArray();

    private final FakeClock clock = new FakeClock();
    private final KnownPasswords known = new KnownPasswords(clock);

    @Test
    void onlyWhatFittedIsKnown() {
        known.remember(PASSWORD, "hash");

        assertThat(known.knows(PASSWORD, "hash")).isTrue();
        assertThat(known.knows("correct horsf".toCharArray(), "hash")).isFalse();
        assertThat(known.knows(PASSWORD, "other hash")).isFalse();
        assertThat(PASSWORD).as("the caller's").isEqualTo("correct horse".toCharArray());
    }

    @Test
    void itIsForgottenAfterAWhile() {
        known.remember(PASSWORD, "hash");

        clock.advance(KnownPasswords.KEPT);

        assertThat(known.knows(PASSWORD, "hash")).isFalse();
    }
}
