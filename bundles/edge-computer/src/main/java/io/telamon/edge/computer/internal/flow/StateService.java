/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.flow;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.telamon.edge.rpc.State;
import io.telamon.edge.rpc.StateResponse;
import io.telamon.edge.rpc.StateServerGrpc;

/** The state port: a store for others. */
public final class StateService extends StateServerGrpc.StateServerImplBase {
    private static final StateResponse OK = StateResponse.newBuilder().setRetcode("OK").build();

    private final StateStore store;

    /** Serves a store. */
    public StateService(StateStore store) {
        this.store = store;
    }

    @Override
    public void get(State state, StreamObserver<StateResponse> observer) {
        answer(
                observer,
                store.get(state.getName())
                        .map(
                                content ->
                                        OK.toBuilder()
                                                .setState(
                                                        State.newBuilder()
                                                                .setName(state.getName())
                                                                .setContent(content))
                                                .build())
                        .orElseGet(() -> failed("could not find state: " + state.getName())));
    }

    @Override
    public void put(State state, StreamObserver<StateResponse> observer) {
        try {
            store.put(state.getName(), state.getContent());
            answer(observer, OK);
        } catch (StateStore.FullException e) {
            observer.onError(
                    Status.RESOURCE_EXHAUSTED.withDescription(e.getMessage()).asRuntimeException());
        }
    }

    @Override
    public void del(State state, StreamObserver<StateResponse> observer) {
        boolean there = store.delete(state.getName());
        answer(observer, there ? OK : failed("state not found: " + state.getName()));
    }

    private static StateResponse failed(String why) {
        return StateResponse.newBuilder().setRetcode(why).build();
    }

    private static void answer(StreamObserver<StateResponse> observer, StateResponse response) {
        observer.onNext(response);
        observer.onCompleted();
    }
}
