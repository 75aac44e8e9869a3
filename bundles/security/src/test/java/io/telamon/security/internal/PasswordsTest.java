/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    @Test
    void aCheckCostsAtLeastFiftyMilliseconds() {
        Passwords passwords = Passwords.standard();
        String hash = passwords.hash("correct horse".toCharArray());

        passwords.fits("warm-up".toCharArray(), hash);
        long begun = System.nanoTime();
        passwords.fits("another guess".toCharArray(), hash);

        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void anUnknownUserCostsAboutAsMuchAsAKnownOne() {
        Passwords passwords = new Passwords(9, Duration.ofSeconds(5));
        String hash = passwords.hash("correct horse".toCharArray());
        passwords.fits("warm-up".toCharArray(), hash);

        long known = cost(passwords, hash);
        long unknown = cost(passwords, null);

        assertThat((double) unknown / known).isBetween(0.3, 3.0);
    }

    @Test
    void everyCharacterCountsAlsoBehindTheSeventySecondByte() {
        Passwords passwords = new Passwords(4, Duration.ofSeconds(5));
        String prefix = "x".repeat(80);
        String hash = passwords.hash((prefix + "a").toCharArray());

        assertThat(passwords.fits((prefix + "a").toCharArray(), hash)).isTrue();
        assertThat(passwords.fits((prefix + "b").toCharArray(), hash)).isFalse();
    }

    @Test
    void noPasswordFitsNobody() {
        Passwords passwords = new Passwords(4, Duration.ofSeconds(5));

        assertThat(passwords.fits("anything".toCharArray(), null)).isFalse();
        assertThat(
                        passwords.fits(
                                "x".repeat(5000).toCharArray(), passwords.hash(" ".toCharArray())))
                .isFalse();
    }

    private static long cost(Passwords passwords, String hash) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long begun = System.nanoTime();
            passwords.fits("guess".toCharArray(), hash);
            best = Math.min(best, System.nanoTime() - begun);
        }
        return best;
    }
}
