/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.errors;

/**
 * The one exception type that crosses module borders. The message names the object, the cause and
 * the next step and is shown to people as it is: never put a secret into it.
 */
public final class TelamonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /**
     * Makes an error of Telamon's own.
     *
     * @param format as {@link String#format}, with {@code args}
     */
    public TelamonException(ErrorCode code, String format, Object... args) {
        this(code, null, format, args);
    }

    /** Wraps a foreign exception at the border where it enters. */
    public TelamonException(ErrorCode code, Throwable cause, String format, Object... args) {
        super(args.length == 0 ? format : String.format(format, args), cause);
        this.code = code;
    }

    /** What kind of error this is. */
    public ErrorCode code() {
        return code;
    }
}
