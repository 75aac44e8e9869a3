/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.instance;

import io.telamon.model.plan.OperationKind;
import io.telamon.model.plan.OperationState;

/** Life-cycle state of a network service instance; the first two are SOL005's nsState. */
public enum NsState {
    /** Created, nothing on any cloud. */
    NOT_INSTANTIATED,
    /** Running. */
    INSTANTIATED,
    /** The first operation is under way. */
    INSTANTIATING,
    /** Running and being changed. */
    CHANGING,
    /** Being taken down. */
    TERMINATING,
    /** An operation failed; it waits for a decision or was given up. */
    FAILED;

    /** State of an instance while an operation of this kind runs on it. */
    public static NsState during(OperationKind kind) {
        return switch (kind) {
            case INSTANTIATE -> INSTANTIATING;
            case TERMINATE -> TERMINATING;
            case SCALE, HEAL, UPDATE -> CHANGING;
        };
    }

    /** State of an instance when an operation of this kind has arrived at {@code outcome}. */
    public static NsState after(OperationKind kind, OperationState outcome) {
        return switch (outcome) {
            case PROCESSING, ROLLING_BACK -> during(kind);
            case FAILED_TEMP, FAILED -> FAILED;
            case COMPLETED -> kind == OperationKind.TERMINATE ? NOT_INSTANTIATED : INSTANTIATED;
            case ROLLED_BACK -> kind == OperationKind.INSTANTIATE ? NOT_INSTANTIATED : INSTANTIATED;
        };
    }
}
