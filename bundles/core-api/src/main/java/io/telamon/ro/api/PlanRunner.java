/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.api;

import io.telamon.model.LaneId;
import io.telamon.model.OperationId;
import io.telamon.model.TaskId;

/**
 * The resource orchestrator as the NFVO sees it. Plans are handed over through the store; these
 * calls only wake it up or pass a person's decision. All return quickly.
 */
public interface PlanRunner {
    /** Tells that an operation was accepted or grew; without this call it is found at start-up. */
    void wake(OperationId operation);

    /** Lets the failed tasks of an operation in FAILED_TEMP run again. */
    void retry(OperationId operation);

    /** Gives an operation in FAILED_TEMP up; what exists stays recorded. */
    void fail(OperationId operation);

    /**
     * Why the calls of an account do not go out at the moment (no plug-in, paused, its cloud does
     * not answer), for people; empty when they do.
     */
    String heldUp(LaneId lane);

    /** Declares a FAILED or UNKNOWN task as not needed and goes on. */
    void skip(TaskId task);
}
