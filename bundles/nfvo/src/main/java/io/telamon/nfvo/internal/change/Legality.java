/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.NsState;
import io.telamon.model.plan.OperationKind;

/** Says whether a change may begin on an instance as it is. */
final class Legality {
    private Legality() {}

    /**
     * Refuses what cannot begin now.
     *
     * @throws TelamonException BUSY naming the operation, WRONG_STATE naming the state
     */
    static void check(NsInstance instance, OperationKind kind) {
        if (instance.stamps().currentOperation() != null) {
            throw new TelamonException(
                    ErrorCode.BUSY,
                    "Service %s is held by operation %s; wait for it, or decide it with op:retry,"
                            + " op:rollback or op:fail",
                    instance.name(),
                    instance.stamps().currentOperation());
        }
        if (!allowed(instance.state(), kind)) {
            throw new TelamonException(
                    ErrorCode.WRONG_STATE,
                    "Service %s is %s; it cannot be changed by %s",
                    instance.name(),
                    instance.state(),
                    kind);
        }
    }

    private static boolean allowed(NsState state, OperationKind kind) {
        return switch (kind) {
            case INSTANTIATE -> state == NsState.NOT_INSTANTIATED;
            case SCALE, UPDATE -> state == NsState.INSTANTIATED;
            case HEAL, TERMINATE -> state == NsState.INSTANTIATED || state == NsState.FAILED;
        };
    }
}
