/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.google.protobuf.ByteString;
import io.telamon.edge.computer.internal.function.RefusedException;
import io.telamon.edge.rpc.FunctionList;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.rpc.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Gathers the inputs of joins for the graphs that this computer owns (ADR 9). Repeated inputs count
 * once, a join fires once, a failed graph is told once. Bounded and expiring. Thread-safe.
 */
public final class Joins {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final int most;
    private final long patience;
    private final LongSupplier nanos;
    // guarded by this; in the order they came
    private final LinkedHashMap<String, Graph> graphs = new LinkedHashMap<>();

    /** One request with its joins. */
    private static final class Graph {
        final long since;
        final Map<Integer, TreeMap<Integer, LambdaRequest>> waiting = new HashMap<>();
        final java.util.Set<Integer> fired = new java.util.HashSet<>();
        boolean failed;

        Graph(long since) {
            this.since = since;
        }
    }

    /** A join that waited in vain: one of the inputs that came, and what it waited for. */
    public record Late(LambdaRequest request, String text) {}

    /** At most {@code most} graphs at once, each for at most {@code patience}. */
    public Joins(int most, Duration patience, LongSupplier nanos) {
        this.most = most;
        this.patience = patience.toNanos();
        this.nanos = nanos;
    }

    /** Takes an input; gives the call of the joined function when it was the last one missing. */
    public synchronized Optional<LambdaRequest> arrived(LambdaRequest request, Step step)
            throws RefusedException {
        Graph graph = graph(request);
        if (graph.failed || graph.fired.contains(step.index())) {
            return Optional.empty();
        }
        TreeMap<Integer, LambdaRequest> inputs =
                graph.waiting.computeIfAbsent(step.index(), index -> new TreeMap<>());
        inputs.put(from(request, step, inputs), request);
        if (inputs.size() < step.before().size()) {
            return Optional.empty();
        }
        graph.waiting.remove(step.index());
        graph.fired.add(step.index());
        return Optional.of(merged(inputs));
    }

    /** Notes that a graph failed; true for the first time. */
    public synchronized boolean failed(LambdaRequest request) throws RefusedException {
        Graph graph = graph(request);
        boolean first = !graph.failed;
        graph.failed = true;
        graph.waiting.clear();
        return first;
    }

    /** Forgets old graphs and tells which joins of them still waited. */
    public synchronized List<Late> expire() {
        List<Late> late = new ArrayList<>();
        Iterator<Graph> oldest = graphs.values().iterator();
        while (oldest.hasNext()) {
            Graph graph = oldest.next();
            if (nanos.getAsLong() - graph.since < patience) {
                break;
            }
            oldest.remove();
            graph.waiting.entrySet().stream()
                    .findFirst()
                    .ifPresent(join -> late.add(late(join.getKey(), join.getValue())));
        }
        return late;
    }

    /** Graphs that are known now. */
    public synchronized int size() {
        return graphs.size();
    }

    /** Graphs with a join that waits. */
    public synchronized int gathering() {
        return (int) graphs.values().stream().filter(g -> !g.waiting.isEmpty()).count();
    }

    private Late late(int index, TreeMap<Integer, LambdaRequest> inputs) {
        LambdaRequest one = inputs.firstEntry().getValue();
        return new Late(
                one,
                "Function %s waited %d s for its inputs, only %d came"
                        .formatted(
                                one.getDag().getNames(index),
                                Duration.ofNanos(patience).toSeconds(),
                                inputs.size()));
    }

    private Graph graph(LambdaRequest request) throws RefusedException {
        String key = request.getUuid() + "\n" + request.getCallback();
        Graph graph = graphs.get(key);
        if (graph == null) {
            if (graphs.size() >= most) {
                throw new RefusedException(
                        RefusedException.Reason.BUSY, most + " graphs are being joined already");
            }
            graph = new Graph(nanos.getAsLong());
            graphs.put(key, graph);
        }
        return graph;
    }

    /** Who does not say where it comes from counts as the first one missing. */
    private static int from(
            LambdaRequest request, Step step, TreeMap<Integer, LambdaRequest> inputs) {
        int said = request.getJoinInput() - 1;
        return step.before().contains(said)
                ? said
                : step.before().stream()
                        .filter(index -> !inputs.containsKey(index))
                        .findFirst()
                        .orElse(step.before().get(0));
    }

    private static LambdaRequest merged(TreeMap<Integer, LambdaRequest> inputs) {
        ArrayNode texts = JSON.createArrayNode();
        ByteString data = ByteString.EMPTY;
        int hops = 0;
        for (LambdaRequest input : inputs.values()) {
            texts.add(json(input.getInput()));
            data = data.concat(input.getDatain());
            hops = Math.max(hops, input.getHops());
        }
        return inputs.firstEntry().getValue().toBuilder()
                .setInput(texts.toString())
                .setDatain(data)
                .setHops(hops)
                .clearStates()
                .putAllStates(states(inputs))
                .setJoined(true)
                .clearJoinInput()
                .build();
    }

    private static JsonNode json(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return node.isMissingNode() ? JSON.getNodeFactory().textNode(text) : node;
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(text);
        }
    }

    /** Of each state the copy of the branch on which most functions needed it. */
    private static Map<String, State> states(TreeMap<Integer, LambdaRequest> inputs) {
        LambdaRequest any = inputs.firstEntry().getValue();
        Map<String, State> states = new HashMap<>();
        for (String name : any.getStatesMap().keySet()) {
            FunctionList dependents =
                    any.getDependenciesOrDefault(name, FunctionList.getDefaultInstance());
            int[] weights = Step.weights(any.getDag(), dependents.getFunctionsList());
            int best = -1;
            for (int from : inputs.keySet()) {
                boolean has = inputs.get(from).containsStates(name);
                if (has && (best < 0 || weights[from] > weights[best])) {
                    best = from;
                }
            }
            states.put(name, inputs.get(best).getStatesOrThrow(name));
        }
        return states;
    }
}
