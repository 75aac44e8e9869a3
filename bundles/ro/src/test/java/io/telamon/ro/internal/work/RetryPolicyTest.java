/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.errors.ErrorCode;
import io.telamon.ro.internal.Settings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When an error is tried again, and after how long. */
class RetryPolicyTest {
    private final RetryPolicy policy =
            new RetryPolicy(6, Duration.ofMillis(100), Duration.ofMillis(700));

    @Test
    void waitsDoubleUpToTheLongest() {
        assertThat(policy.after(ErrorCode.VIM_TIMEOUT, 1)).contains(Duration.ofMillis(100));
        assertThat(policy.after(ErrorCode.VIM_TIMEOUT, 2)).contains(Duration.ofMillis(200));
        assertThat(policy.after(ErrorCode.VIM_TIMEOUT, 3)).contains(Duration.ofMillis(400));
        assertThat(policy.after(ErrorCode.VIM_TIMEOUT, 4)).contains(Duration.ofMillis(700));
        assertThat(policy.after(ErrorCode.VIM_TIMEOUT, 6)).isEmpty();
    }

    @Test
    void waitsAsLongAsThePartnerAsksUpToTenMinutes() {
        ErrorCode busy = ErrorCode.VIM_THROTTLED;

        assertThat(policy.after(busy, 1, Duration.ofSeconds(7))).contains(Duration.ofSeconds(7));
        assertThat(policy.after(busy, 3, Duration.ofMillis(1))).contains(Duration.ofMillis(400));
        assertThat(policy.after(busy, 1, Duration.ofDays(1))).contains(Duration.ofMinutes(10));
        assertThat(policy.after(busy, 6, Duration.ofSeconds(7))).isEmpty();
    }

    @Test
    void hugeNumbersOfTriesDoNotOverflow() {
        RetryPolicy patient =
                new RetryPolicy(Integer.MAX_VALUE, Duration.ofMillis(500), Duration.ofSeconds(30));

        assertThat(patient.after(ErrorCode.VIM_TIMEOUT, 1_000_000))
                .contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void aCodeIsTriedAgainExactlyWhenItSaysSo(ErrorCode code) {
        assertThat(policy.after(code, 1).isPresent()).isEqualTo(code.retryable());
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void onlySilenceLeavesAnOutcomeInDoubt(ErrorCode code) {
        Set<ErrorCode> silence =
                EnumSet.of(
                        ErrorCode.VIM_TIMEOUT,
                        ErrorCode.VIM_UNAVAILABLE,
                        ErrorCode.VIM_UNEXPECTED,
                        ErrorCode.INTERNAL);

        assertThat(RetryPolicy.unanswered(code)).isEqualTo(silence.contains(code));
    }

    @Test
    void thePolicyComesFromTheConfiguration() {
        assertThat(RetryPolicy.of(Settings.quick()))
                .isEqualTo(new RetryPolicy(3, Duration.ofMillis(5), Duration.ofMillis(20)));
    }
}
