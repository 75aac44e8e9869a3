/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.errors;

import java.time.Duration;

/**
 * The one exception type that crosses module borders. The message names the object, the cause and
 * the next step and is shown to people as it is: never put a secret into it.
 */
public final class TelamonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final Duration pause;

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
        this.pause = Duration.ZERO;
    }

    private TelamonException(TelamonException same, Duration pause) {
        super(same.getMessage(), same.getCause());
        this.code = same.code;
        this.pause = pause;
    }

    /** The same error of a partner that says when it wants to be asked again. */
    public TelamonException withPause(Duration asked) {
        return new TelamonException(this, asked);
    }

    /** What kind of error this is. */
    public ErrorCode code() {
        return code;
    }

    /** How long the partner wants to be left alone; zero when it does not say. */
    public Duration pause() {
        return pause;
    }
}
