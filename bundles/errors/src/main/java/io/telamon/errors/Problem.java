/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.errors;

/**
 * An error as data: what is stored with a failed task or operation and what REST doors answer
 * (ProblemDetails of SOL013 clause 6.3, RFC 7807).
 *
 * @param code catalogue entry
 * @param detail message for people
 * @param requestId the foreign system's own id of the failed call, or empty
 */
public record Problem(ErrorCode code, String detail, String requestId) {
    /** A problem without a foreign request id. */
    public static Problem of(ErrorCode code, String detail) {
        return new Problem(code, detail, "");
    }

    /** The problem an exception stands for; anything unknown is INTERNAL. */
    public static Problem of(Throwable error) {
        return error instanceof TelamonException known
                ? of(known.code(), String.valueOf(known.getMessage()))
                : of(
                        ErrorCode.INTERNAL,
                        error.getClass().getSimpleName() + ": " + error.getMessage());
    }
}
