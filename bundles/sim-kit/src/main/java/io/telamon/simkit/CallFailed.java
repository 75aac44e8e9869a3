/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

/** A call that got no sensible answer; what the plug-ins turn into their own errors. */
public final class CallFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Ways to get no sensible answer. */
    public enum Kind {
        /** The endpoint is none; nothing was tried. */
        ENDPOINT,
        /** Nobody listens: the call certainly did nothing. */
        REFUSED,
        /** The connection broke; the call may have been carried out. */
        BROKEN,
        /** No answer within the deadline; the call may have been carried out. */
        TIMEOUT,
        /** The calling thread was interrupted; the call may have been carried out. */
        INTERRUPTED,
        /** An answer that is no HTTP or no JSON; the message is its raw text. */
        GARBAGE
    }

    private final Kind kind;

    /** A failed call. */
    public CallFailed(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** In which way it failed. */
    public Kind kind() {
        return kind;
    }
}
