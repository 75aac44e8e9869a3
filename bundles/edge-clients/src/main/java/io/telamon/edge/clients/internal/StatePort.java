/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.grpc.stub.StreamObserver;
import io.telamon.edge.rpc.State;
import io.telamon.edge.rpc.StateResponse;
import io.telamon.edge.rpc.StateServerGrpc;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A state server of the client: who fetches a state deletes it here and owns it. */
final class StatePort extends StateServerGrpc.StateServerImplBase {
    private final Map<String, State> states = new ConcurrentHashMap<>();

    @Override
    public void get(State which, StreamObserver<StateResponse> answer) {
        answer(states.get(which.getName()), which, answer);
    }

    @Override
    public void put(State state, StreamObserver<StateResponse> answer) {
        states.put(state.getName(), state);
        answer(StateResponse.newBuilder().setRetcode("OK").build(), answer);
    }

    @Override
    public void del(State which, StreamObserver<StateResponse> answer) {
        State gone = states.remove(which.getName());
        answer(gone == null ? null : State.getDefaultInstance(), which, answer);
    }

    int size() {
        return states.size();
    }

    private static void answer(State found, State which, StreamObserver<StateResponse> answer) {
        StateResponse.Builder response = StateResponse.newBuilder();
        if (found == null) {
            response.setRetcode("There is no state " + which.getName());
        } else {
            response.setRetcode("OK").setState(found);
        }
        answer(response.build(), answer);
    }

    private static void answer(StateResponse response, StreamObserver<StateResponse> answer) {
        answer.onNext(response);
        answer.onCompleted();
    }
}
