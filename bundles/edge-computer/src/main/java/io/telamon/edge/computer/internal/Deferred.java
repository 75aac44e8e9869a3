/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.telamon.edge.computer.internal.flow.LambdaService;
import io.telamon.edge.rpc.EdgeServerGrpc;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;

/** The lambda port while its number is not known yet: callers are told to come again. */
final class Deferred extends EdgeServerGrpc.EdgeServerImplBase {
    private volatile LambdaService service;

    void set(LambdaService value) {
        service = value;
    }

    @Override
    public void runLambda(LambdaRequest request, StreamObserver<LambdaResponse> observer) {
        LambdaService ready = service;
        if (ready == null) {
            observer.onError(
                    Status.UNAVAILABLE.withDescription("not ready yet").asRuntimeException());
        } else {
            ready.runLambda(request, observer);
        }
    }
}
