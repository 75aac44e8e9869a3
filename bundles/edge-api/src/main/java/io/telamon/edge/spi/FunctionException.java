/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.spi;

/** A call that failed by itself: it would fail on another computer too. */
public final class FunctionException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What kind of failure it was; the caller sees the name. */
    public enum Reason {
        /** The function refused the input or broke while working on it. */
        FAILED,
        /** The input cannot be understood. */
        INVALID,
        /** Input or output exceeds a limit. */
        TOO_LARGE,
        /** The call took longer than its limit. */
        TIMEOUT,
        /** A state that the function depends on is not where the call says. */
        NO_STATE
    }

    private final Reason reason;

    /** A failure with the text that the caller sees. */
    public FunctionException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** A failure with the text that the caller sees and what it came from. */
    public FunctionException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What kind of failure it was. */
    public Reason reason() {
        return reason;
    }
}
