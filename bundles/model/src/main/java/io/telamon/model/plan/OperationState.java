/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.plan;

/** Where a life-cycle operation stands (SOL005 clause 6.5.4.3); names are those of the standard. */
public enum OperationState {
    /** Tasks run. */
    PROCESSING,
    /** All is done. */
    COMPLETED,
    /** A task failed; retry, rollback, fail or skip is awaited. */
    FAILED_TEMP,
    /** Given up; what exists stays recorded. */
    FAILED,
    /** What was made is being removed. */
    ROLLING_BACK,
    /** Everything it made is gone again. */
    ROLLED_BACK;

    /** True when the change is legal. */
    public boolean canBecome(OperationState next) {
        return switch (this) {
            case PROCESSING -> next == COMPLETED || next == FAILED_TEMP || next == ROLLING_BACK;
            case FAILED_TEMP -> next == PROCESSING || next == FAILED || next == ROLLING_BACK;
            case ROLLING_BACK -> next == ROLLED_BACK || next == FAILED_TEMP;
            case COMPLETED, FAILED, ROLLED_BACK -> false;
        };
    }

    /** True when it will never change again. */
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == ROLLED_BACK;
    }
}
