/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

/** A failure with an exit status of its own, already in words for the person at the shell. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Exit exit;
    private final String code;

    /** Ends the command with this status. */
    public CommandFailure(Exit exit, String message) {
        this(exit, exit.name(), message);
    }

    CommandFailure(Exit exit, String code, String message) {
        super(message, null, false, false);
        this.exit = exit;
        this.code = code;
    }

    Exit exit() {
        return exit;
    }

    String code() {
        return code;
    }
}
