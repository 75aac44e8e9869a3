/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.computer.internal.flow;

import io.telamon.edge.rpc.Dag;
import io.telamon.edge.rpc.LambdaRequest;
import io.telamon.edge.spi.FunctionException;
import io.telamon.edge.spi.FunctionException.Reason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a request stands: the function to execute now, what it waits for and what comes after it.
 *
 * @param function its name
 * @param index its place in the chain or graph
 * @param before places of the functions that it gets its input from; empty for the first
 * @param after places of the functions that get its output; empty for the last
 */
public record Step(String function, int index, List<Integer> before, List<Integer> after) {
    private static final int MAX_HOPS = 254;
    private static final int MAX_FUNCTIONS = 1000;

    /** Reads a request and refuses what makes no sense. */
    public static Step of(LambdaRequest request) throws FunctionException {
        require(request.getHops() <= MAX_HOPS, "Loop detected: more than 254 hops");
        int chain = request.getChainCount();
        int dag = request.getDag().getNamesCount();
        require(
                chain == 0 || dag == 0,
                "Cannot specify both a function chain and a DAG in the request");
        require(
                Math.max(chain, dag) <= 1 || !request.getCallback().isEmpty() || request.getDry(),
                "Cannot handle multiple functions without a callback in the request");
        require(Math.max(chain, dag) <= MAX_FUNCTIONS, "More than 1000 functions in one request");
        if (chain > 0) {
            return inChain(request);
        }
        return dag > 0 ? inDag(request) : new Step(request.getName(), 0, List.of(), List.of());
    }

    /** Whether the function waits for several others. */
    public boolean join() {
        return before.size() > 1;
    }

    /** Whether its output is the answer. */
    public boolean last() {
        return after.isEmpty();
    }

    private static Step inChain(LambdaRequest request) throws FunctionException {
        int index = request.getNextFunctionIndex();
        require(
                index >= 0 && index < request.getChainCount(),
                "Out-of-range function execution requested in a chain");
        List<Integer> before = index == 0 ? List.of() : List.of(index - 1);
        List<Integer> after = index + 1 == request.getChainCount() ? List.of() : List.of(index + 1);
        return new Step(request.getChain(index), index, before, after);
    }

    private static Step inDag(LambdaRequest request) throws FunctionException {
        Dag dag = request.getDag();
        int index = request.getNextFunctionIndex();
        int count = dag.getNamesCount();
        require(
                count == 1 || !request.getUuid().isEmpty(),
                "Cannot execute a DAG without a UUID in the request");
        require(
                dag.getSuccessorsCount() == count - 1,
                "A DAG needs successors for every function but the last");
        require(index >= 0 && index < count, "Out-of-range function execution requested in a DAG");
        List<Integer> before = new ArrayList<>();
        List<Integer> after = new ArrayList<>();
        neighbours(dag, index, before, after);
        require(index == count - 1 || !after.isEmpty(), "A function of the DAG leads nowhere");
        require(order(dag).size() == count, "The DAG has a cycle");
        return new Step(dag.getNames(index), index, List.copyOf(before), List.copyOf(after));
    }

    private static void neighbours(Dag dag, int index, List<Integer> before, List<Integer> after)
            throws FunctionException {
        for (int from = 0; from < dag.getSuccessorsCount(); from++) {
            for (long to : dag.getSuccessors(from).getFunctionsList()) {
                require(
                        to >= 0 && to < dag.getNamesCount(),
                        "A DAG names a function that it does not have");
                if (to == index && !before.contains(from)) {
                    before.add(from);
                }
                if (from == index && !after.contains((int) to)) {
                    after.add((int) to);
                }
            }
        }
    }

    /** For each function of a graph: how many of it and those before it need a state. */
    static int[] weights(Dag dag, List<String> dependents) {
        int count = dag.getNamesCount();
        List<BitSet> ancestors = Stream.generate(BitSet::new).limit(count).toList();
        for (int from : order(dag)) {
            ancestors.get(from).set(from);
            for (int to : successors(dag, from)) {
                ancestors.get(to).or(ancestors.get(from));
            }
        }
        return ancestors.stream().mapToInt(all -> count(all, dag, dependents)).toArray();
    }

    private static int count(BitSet functions, Dag dag, List<String> names) {
        return (int) functions.stream().filter(i -> names.contains(dag.getNames(i))).count();
    }

    /** The functions of a graph, each after all before it; those on a cycle are left out. */
    private static List<Integer> order(Dag dag) {
        int[] missing = new int[dag.getNamesCount()];
        for (int from = 0; from < missing.length; from++) {
            successors(dag, from).forEach(to -> missing[to]++);
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] == 0) {
                order.add(i);
            }
        }
        for (int next = 0; next < order.size(); next++) {
            for (int to : successors(dag, order.get(next))) {
                if (--missing[to] == 0) {
                    order.add(to);
                }
            }
        }
        return order;
    }

    private static List<Integer> successors(Dag dag, int from) {
        return from == dag.getSuccessorsCount()
                ? List.of()
                : dag.getSuccessors(from).getFunctionsList().stream().map(Long::intValue).toList();
    }

    private static void require(boolean holds, String otherwise) throws FunctionException {
        if (!holds) {
            throw new FunctionException(Reason.INVALID, otherwise);
        }
    }
}
