/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.northbound.rest.internal.http.Calls;
import java.time.Duration;

/**
 * Who signs in and for how long.
 *
 * @param user sign-in name, unless the request carries credentials
 * @param password password, unless the request carries credentials
 * @param tenant tenant to work in, the user's first one when absent
 * @param label what the token is for
 * @param validity ISO 8601 duration, twelve hours when absent
 */
public record TokenRequest(
        String user, String password, String tenant, String label, String validity) {
    private static final Duration DEFAULT = Duration.ofHours(12);
    private static final Duration MOST = Duration.ofDays(366);

    /** Twelve hours for whoever the credentials say. */
    static TokenRequest plain() {
        return new TokenRequest(null, null, null, null, null);
    }

    Duration duration() {
        Duration asked =
                validity == null
                        ? DEFAULT
                        : Calls.parse("validity", validity, () -> Duration.parse(validity));
        if (asked.isNegative() || asked.isZero() || asked.compareTo(MOST) > 0) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT, "validity is up to %s, not %s", MOST, asked);
        }
        return asked;
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "TokenRequest[" + user + " " + tenant + " " + label + "]";
    }
}
