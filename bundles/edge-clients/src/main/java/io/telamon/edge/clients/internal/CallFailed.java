/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.grpc.Status;

/** A request that brought no good answer; the message is the reason, short enough to count by. */
final class CallFailed extends Exception {
    private static final long serialVersionUID = 1;

    CallFailed(String reason) {
        super(reason);
    }

    static CallFailed of(Throwable failure) {
        if (failure instanceof CallFailed known) {
            return known;
        }
        if (failure.getCause() instanceof CallFailed known) {
            return known;
        }
        return new CallFailed(Status.fromThrowable(failure).getCode().name());
    }
}
