/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.simulator.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.simkit.Answer;
import io.telamon.simkit.CallFailed;
import java.util.Locale;

/** What the controller says, in Telamon's error codes. */
final class SdnFaults {
    private static final int MAX_RAW = 2048;

    private SdnFaults() {}

    /** An answer that is an error. */
    static TelamonException of(String what, Answer answer) {
        return new TelamonException(
                code(answer),
                "%s: the controller answered %d: %s",
                what,
                answer.status(),
                cut(answer.body()));
    }

    private static ErrorCode code(Answer answer) {
        boolean quota = answer.body().toLowerCase(Locale.ROOT).contains("quota");
        return switch (answer.status()) {
            case 401, 403 -> ErrorCode.VIM_AUTH;
            case 404 -> ErrorCode.VIM_NOT_FOUND;
            case 409 -> quota ? ErrorCode.VIM_QUOTA : ErrorCode.VIM_REJECTED;
            case 413 -> ErrorCode.VIM_QUOTA;
            case 429 -> ErrorCode.VIM_THROTTLED;
            case 501 -> ErrorCode.UNSUPPORTED;
            default ->
                    answer.status() / 100 == 4
                            ? ErrorCode.VIM_REJECTED
                            : answer.status() / 100 == 5
                                    ? ErrorCode.VIM_UNAVAILABLE
                                    : ErrorCode.VIM_UNEXPECTED;
        };
    }

    /** A call without a sensible answer. */
    static TelamonException of(String what, CallFailed failed) {
        ErrorCode code =
                switch (failed.kind()) {
                    case ENDPOINT -> ErrorCode.VIM_REJECTED;
                    case REFUSED, BROKEN -> ErrorCode.VIM_UNAVAILABLE;
                    case TIMEOUT, INTERRUPTED -> ErrorCode.VIM_TIMEOUT;
                    case GARBAGE -> ErrorCode.VIM_UNEXPECTED;
                };
        return new TelamonException(code, failed, "%s: %s", what, cut(failed.getMessage()));
    }

    /** A good status with a body that makes no sense. */
    static TelamonException garbage(String what, String raw, Throwable cause) {
        return new TelamonException(
                ErrorCode.VIM_UNEXPECTED,
                cause,
                "%s: the answer makes no sense: %s",
                what,
                cut(raw));
    }

    private static String cut(String text) {
        String all = String.valueOf(text);
        return all.length() <= MAX_RAW ? all : all.substring(0, MAX_RAW);
    }
}
