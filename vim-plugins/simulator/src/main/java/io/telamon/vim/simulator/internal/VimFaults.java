/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.simkit.Answer;
import io.telamon.simkit.CallFailed;
import java.util.Locale;

/** What the cloud says, in Telamon's error codes. */
final class VimFaults {
    private static final int MAX_RAW = 2048;

    private VimFaults() {}

    /** An answer that is an error. */
    static TelamonException of(String what, Answer answer) {
        return new TelamonException(
                code(answer),
                "%s: the cloud answered %d: %s",
                what,
                answer.status(),
                cut(answer.body()));
    }

    private static ErrorCode code(Answer answer) {
        boolean quota = answer.body().toLowerCase(Locale.ROOT).contains("quota");
        return switch (answer.status()) {
            case 401 -> ErrorCode.VIM_AUTH;
            case 403 -> quota ? ErrorCode.VIM_QUOTA : ErrorCode.VIM_AUTH;
            case 404 -> ErrorCode.VIM_NOT_FOUND;
            case 409 -> quota ? ErrorCode.VIM_QUOTA : ErrorCode.VIM_REJECTED;
            case 413 -> ErrorCode.VIM_QUOTA;
            case 429 -> ErrorCode.VIM_THROTTLED;
            case 501 -> ErrorCode.UNSUPPORTED;
            default -> range(answer.status());
        };
    }

    private static ErrorCode range(int status) {
        return switch (status / 100) {
            case 4 -> ErrorCode.VIM_REJECTED;
            case 5 -> ErrorCode.VIM_UNAVAILABLE;
            default -> ErrorCode.VIM_UNEXPECTED;
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
