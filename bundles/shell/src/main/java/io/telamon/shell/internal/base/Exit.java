/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import io.telamon.errors.ErrorCode;
import java.util.Map;

/** Exit status of {@code ssh host command}, as scripts know it from other tools. */
public enum Exit {
    /** Anything without a number of its own. */
    FAILED(1),
    /** Wrong arguments. */
    USAGE(2),
    /** No such object. */
    NOT_FOUND(3),
    /** The present state does not allow it. */
    CONFLICT(4),
    /** The caller may not. */
    FORBIDDEN(5),
    /** Not done within the time given. */
    TIMEOUT(6),
    /** The operation was accepted, ran and failed. */
    OPERATION_FAILED(7);

    private static final Map<Integer, Exit> BY_STATUS =
            Map.of(
                    400, USAGE,
                    401, FORBIDDEN,
                    403, FORBIDDEN,
                    404, NOT_FOUND,
                    409, CONFLICT,
                    412, CONFLICT);

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    /** The number. */
    public int status() {
        return status;
    }

    /** What an error of a facade means for a script. */
    public static Exit of(ErrorCode code) {
        return BY_STATUS.getOrDefault(code.httpStatus(), FAILED);
    }
}
