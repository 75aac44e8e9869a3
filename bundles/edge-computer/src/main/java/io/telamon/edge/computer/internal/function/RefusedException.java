/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.function;

/** A call that this computer does not take; another one may. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why a call is not taken. */
    public enum Reason {
        /** The function is not here. */
        UNKNOWN,
        /** Too much waits or runs already. */
        BUSY,
        /** The computer is about to stop; nothing was executed. */
        STOPPING,
        /** Computer or function stopped while the call was under way. */
        GIVEN_UP
    }

    private final Reason reason;

    /** A refusal with the text that the caller sees. */
    public RefusedException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
