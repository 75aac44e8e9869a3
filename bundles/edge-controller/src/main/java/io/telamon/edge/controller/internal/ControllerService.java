/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.rpc.ComputerInfo;
import io.telamon.edge.rpc.Container;
import io.telamon.edge.rpc.EdgeControllerGrpc;
import io.telamon.edge.rpc.RouterInfo;
import io.telamon.edge.rpc.Void;

/** Takes announcements; answers before anything follows from them. */
final class ControllerService extends EdgeControllerGrpc.EdgeControllerImplBase {
    private final Controller controller;

    ControllerService(Controller controller) {
        this.controller = controller;
    }

    ServerServiceDefinition withLeases() {
        return ServerInterceptors.intercept(bindService(), new Leases());
    }

    @Override
    public void announceComputer(ComputerInfo computer, StreamObserver<Void> answer) {
        answer(
                answer,
                () ->
                        controller.announce(
                                Computer.of(
                                        endPoint(computer.getEdgeServerEndpoint()),
                                        computer.getContainersList().stream()
                                                .map(Container::getLambda)
                                                .filter(lambda -> !lambda.isEmpty())
                                                .toList()),
                                Leases.ofThisCall()));
    }

    @Override
    public void removeComputer(ComputerInfo computer, StreamObserver<Void> answer) {
        answer(answer, () -> controller.remove(endPoint(computer.getEdgeServerEndpoint())));
    }

    @Override
    public void announceRouter(RouterInfo router, StreamObserver<Void> answer) {
        answer(
                answer,
                () ->
                        controller.announce(
                                new Router(
                                        endPoint(router.getEdgeServerEndpoint()),
                                        endPoint(router.getForwardingTableEndpoint())),
                                Leases.ofThisCall()));
    }

    /** The text stays as it is: it is the identity. */
    private static String endPoint(String text) {
        EndPoint.parse(text);
        return text;
    }

    private static void answer(StreamObserver<Void> answer, Runnable work) {
        try {
            work.run();
        } catch (IllegalArgumentException e) {
            answer.onError(
                    Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException());
            return;
        }
        answer.onNext(Void.getDefaultInstance());
        answer.onCompleted();
    }
}
