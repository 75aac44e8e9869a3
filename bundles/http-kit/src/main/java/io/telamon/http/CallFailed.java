/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.http;

/** A call that has no answer. */
public final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** Why there is no answer. */
    public enum Kind {
        /** The address cannot be used as it is. */
        ADDRESS,
        /** Our own content could not be read. */
        CONTENT,
        /** Nobody could be reached. */
        REFUSED,
        /** The connection broke before the answer was whole. */
        BROKEN,
        /** The other side's certificate is not trusted, or it does not speak TLS. */
        TLS,
        /** The deadline passed. */
        TIMEOUT,
        /** The calling thread was interrupted. */
        INTERRUPTED,
        /** What came is not HTTP. */
        GARBAGE,
        /** The session is closed. */
        CLOSED
    }

    /** A failed call. */
    public CallFailed(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Why there is no answer. */
    public Kind kind() {
        return kind;
    }
}
