/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.plan;

/**
 * Where a task stands. {@link #canBecome} is the only place that says which changes are legal.
 *
 * <p>READY carries a due time, so back-off and waiting for an absent plug-in are READY with a later
 * due time, never a sleeping thread.
 */
public enum TaskState {
    /** Waits for the tasks it depends on. */
    BLOCKED,
    /** May run from its due time on. */
    READY,
    /** The intent is recorded; the call may be on its way. */
    RUNNING,
    /** The cloud accepted and works on it; it is observed again at the due time. */
    BUILDING,
    /** A script-like call stayed unanswered; a person or check step must say what happened. */
    UNKNOWN,
    /** Attempts are used up or the error is final; the operation waits for a decision. */
    FAILED,
    /** Finished well. */
    DONE,
    /** A person decided that it is not needed. */
    SKIPPED,
    /** Never sent, or taken back by a rollback. */
    CANCELLED;

    /** True when the change is legal. */
    public boolean canBecome(TaskState next) {
        return switch (this) {
            case BLOCKED -> next == READY || next == SKIPPED || next == CANCELLED;
            case READY ->
                    next == RUNNING
                            || next == READY
                            || next == FAILED
                            || next == SKIPPED
                            || next == CANCELLED;
            case RUNNING ->
                    next == READY
                            || next == BUILDING
                            || next == DONE
                            || next == FAILED
                            || next == UNKNOWN;
            case BUILDING ->
                    next == BUILDING
                            || next == READY
                            || next == DONE
                            || next == FAILED
                            || next == CANCELLED;
            case UNKNOWN ->
                    next == READY
                            || next == DONE
                            || next == FAILED
                            || next == SKIPPED
                            || next == CANCELLED;
            case FAILED -> next == READY || next == SKIPPED || next == CANCELLED;
            case DONE, SKIPPED, CANCELLED -> false;
        };
    }

    /** True when nothing more happens and dependants may go on. */
    public boolean isSettled() {
        return this == DONE || this == SKIPPED || this == CANCELLED;
    }
}
