/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import io.telamon.edge.rpc.Dag;
import io.telamon.edge.rpc.FunctionList;
import io.telamon.edge.rpc.IndexList;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.LambdaResponse;
import io.telamon.edge.rpc.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A flow: either the client calls function after function and carries states and outputs itself, or
 * it sends the whole flow once and the computers pass it on.
 */
final class FlowExchange implements Exchange {
    private final Caller caller;
    private final Flow flow;
    private final States states;
    private final boolean passedOn;
    private final Draws ids;

    FlowExchange(Caller caller, Flow flow, States states, boolean passedOn, Draws ids) {
        this.caller = caller;
        this.flow = flow;
        this.states = states;
        this.passedOn = passedOn;
        this.ids = ids;
    }

    @Override
    public Recorder.Good run(int size) throws CallFailed, InterruptedException {
        Map<String, State> carried = new HashMap<>(states.prepare(flow.statesOfAll()));
        String input = Sizes.input(size);
        long begun = System.nanoTime();
        Sum sum = new Sum();
        if (passedOn) {
            sum.add(caller.call(whole(input, carried)));
        } else {
            step(input, carried, sum);
        }
        double latency = (System.nanoTime() - begun) / 1e9;
        return new Recorder.Good(
                latency, latency, sum.processing, sum.load, sum.responder, flow.label(), sum.hops);
    }

    private LambdaRequest whole(String input, Map<String, State> carried) {
        LambdaRequest.Builder request =
                LambdaRequest.newBuilder()
                        .setName(flow.names().get(0))
                        .setInput(input)
                        .setUuid(ids.id())
                        .putAllStates(carried);
        flow.dependencies()
                .forEach(
                        (state, functions) ->
                                request.putDependencies(
                                        state,
                                        FunctionList.newBuilder()
                                                .addAllFunctions(functions)
                                                .build()));
        if (flow.dag()) {
            request.setDag(dag());
        } else {
            request.addAllChain(flow.names());
        }
        return request.build();
    }

    private Dag dag() {
        Dag.Builder dag = Dag.newBuilder().addAllNames(flow.names());
        for (List<Integer> nexts : flow.successors().subList(0, flow.names().size() - 1)) {
            IndexList.Builder row = IndexList.newBuilder();
            nexts.forEach(next -> row.addFunctions(next));
            dag.addSuccessors(row);
        }
        return dag.build();
    }

    private void step(String first, Map<String, State> carried, Sum sum)
            throws CallFailed, InterruptedException {
        String uuid = ids.id();
        Map<Integer, String> inputs = new HashMap<>();
        for (int index : flow.order()) {
            String function = flow.names().get(index);
            LambdaRequest.Builder request =
                    LambdaRequest.newBuilder()
                            .setName(function)
                            .setInput(inputs.getOrDefault(index, first))
                            .setUuid(uuid);
            flow.statesOf(function).forEach(state -> request.putStates(state, carried.get(state)));
            LambdaResponse response = caller.call(request.build());
            sum.add(response);
            response.getStatesMap()
                    .forEach((name, state) -> carried.computeIfPresent(name, (n, old) -> state));
            flow.successors().get(index).forEach(next -> inputs.put(next, response.getOutput()));
        }
    }

    /** Adds up what the functions say. */
    private static final class Sum {
        private double processing;
        private int hops;
        private int load;
        private String responder = "";

        void add(LambdaResponse response) {
            processing += response.getPtime() / 1e3;
            hops += response.getHops();
            load = response.getLoad1();
            responder = response.getResponder();
        }
    }
}
