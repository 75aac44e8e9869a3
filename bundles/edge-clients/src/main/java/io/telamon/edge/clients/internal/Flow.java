/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.clients.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Functions that work one after the other: a chain, or a graph without cycles that begins with the
 * first function and ends with the last.
 *
 * @param dag a graph, sent as such
 * @param names of the functions, by index
 * @param successors of each function, by index; the last function has none
 * @param dependencies state to names of functions that need it
 * @param stateSizes bytes of each state
 */
record Flow(
        boolean dag,
        List<String> names,
        List<List<Integer>> successors,
        Map<String, List<String>> dependencies,
        Map<String, Integer> stateSizes) {
    Flow {
        names = List.copyOf(names);
        successors = List.copyOf(successors);
        if (names.isEmpty() || successors.size() != names.size()) {
            throw new IllegalArgumentException(
                    "there must be functions, and successors of all but the last");
        }
        if (!successors.get(names.size() - 1).isEmpty()) {
            throw new IllegalArgumentException("the last function can have no successor");
        }
        if (order(successors).size() != names.size()) {
            throw new IllegalArgumentException("the functions form a circle");
        }
    }

    static Flow chain(
            List<String> names,
            Map<String, List<String>> dependencies,
            Map<String, Integer> sizes) {
        List<List<Integer>> successors = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            successors.add(index + 1 < names.size() ? List.of(index + 1) : List.of());
        }
        return new Flow(false, names, successors, dependencies, sizes);
    }

    /** What the output file calls it. */
    String label() {
        return String.join("-", names);
    }

    /** Each function after all that it follows. */
    List<Integer> order() {
        return order(successors);
    }

    private static List<Integer> order(List<List<Integer>> successors) {
        int[] waiting = new int[successors.size()];
        for (List<Integer> nexts : successors) {
            for (int next : nexts) {
                if (next < 0 || next >= waiting.length) {
                    throw new IllegalArgumentException("there is no function " + next);
                }
                waiting[next]++;
            }
        }
        Deque<Integer> ready = new ArrayDeque<>();
        for (int index = 0; index < waiting.length; index++) {
            if (waiting[index] == 0) {
                ready.add(index);
            }
        }
        List<Integer> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            int index = ready.remove();
            order.add(index);
            for (int next : successors.get(index)) {
                if (--waiting[next] == 0) {
                    ready.add(next);
                }
            }
        }
        return order;
    }

    /** States that this function needs. */
    List<String> statesOf(String function) {
        return dependencies.entrySet().stream()
                .filter(dependency -> dependency.getValue().contains(function))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** States that any function needs. */
    List<String> statesOfAll() {
        return names.stream().flatMap(name -> statesOf(name).stream()).distinct().sorted().toList();
    }
}
