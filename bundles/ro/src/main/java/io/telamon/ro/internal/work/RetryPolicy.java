/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.work;

import io.telamon.errors.ErrorCode;
import io.telamon.ro.internal.RoConfig;
import java.time.Duration;
import java.util.Optional;

/**
 * What happens after an error: data, not scattered ifs. Retryable codes are tried again with
 * doubling back-off until the attempts are used up; all others fail at once.
 *
 * @param attempts failures in a row before a person is asked
 * @param first first back-off
 * @param longest longest back-off
 */
public record RetryPolicy(int attempts, Duration first, Duration longest) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Policy from the configuration. */
    public static RetryPolicy of(RoConfig config) {
        return new RetryPolicy(
                config.attempts(),
                Duration.ofMillis(config.backoffMillis()),
                Duration.ofMillis(config.backoffMaxMillis()));
    }

    /** Time to wait after the n-th failure in a row (from 1); empty when it is final. */
    public Optional<Duration> after(ErrorCode code, int failures) {
        if (!code.retryable() || failures >= attempts) {
            return Optional.empty();
        }
        long factor = 1L << Math.min(failures - 1, 20);
        Duration wait = first.multipliedBy(factor);
        return Optional.of(wait.compareTo(longest) > 0 ? longest : wait);
    }

    /**
     * The same for a partner that wants to be left alone for a while, which may not be for ever.
     */
    public Optional<Duration> after(ErrorCode code, int failures, Duration asked) {
        Duration least = asked.compareTo(PATIENCE) > 0 ? PATIENCE : asked;
        return after(code, failures).map(wait -> wait.compareTo(least) > 0 ? wait : least);
    }

    /** True when the call may have changed something although no answer came. */
    public static boolean unanswered(ErrorCode code) {
        return switch (code) {
            case VIM_TIMEOUT, VIM_UNAVAILABLE, VIM_UNEXPECTED, INTERNAL -> true;
            default -> false;
        };
    }
}
