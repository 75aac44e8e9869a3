/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;

/** Sends requests for one client thread. */
interface Caller {
    /** Waits for a good answer, at most until the deadline. */
    LambdaResponse call(LambdaRequest request) throws CallFailed, InterruptedException;
}
