/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import io.telamon.edge.rpc.State;
import io.telamon.edge.rpc.StateResponse;
import io.telamon.edge.rpc.StateServerGrpc;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** States are put on a state server; only where they are travels in the messages. */
final class RemoteStates implements States {
    private final InlineStates contents;
    private final String location;
    private final Channel server;
    private final Duration deadline;
    private final String prefix;

    /**
     * States of one client thread.
     *
     * @param location end-point that the states are fetched from
     * @param server the way to it
     * @param prefix keeps the states of clients that share a server apart; empty when there is one
     */
    RemoteStates(
            Map<String, Integer> sizes,
            String location,
            Channel server,
            Duration deadline,
            String prefix) {
        this.contents = new InlineStates(sizes);
        this.location = location;
        this.server = server;
        this.deadline = deadline;
        this.prefix = prefix;
    }

    @Override
    public Map<String, State> prepare(Collection<String> names) throws CallFailed {
        Map<String, State> states = new TreeMap<>();
        for (State state : contents.prepare(names).values()) {
            State named = state.toBuilder().setName(prefix + state.getName()).build();
            put(named);
            states.put(
                    state.getName(),
                    State.newBuilder().setName(named.getName()).setLocation(location).build());
        }
        return states;
    }

    private void put(State state) throws CallFailed {
        try {
            StateResponse response =
                    StateServerGrpc.newBlockingStub(server)
                            .withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS)
                            .put(state);
            if (!response.getRetcode().equals("OK")) {
                throw new CallFailed("state not put: " + response.getRetcode());
            }
        } catch (StatusRuntimeException e) {
            throw new CallFailed("state not put: " + e.getStatus().getCode());
        }
    }
}
