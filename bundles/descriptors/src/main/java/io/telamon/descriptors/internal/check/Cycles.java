/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.check;

import io.telamon.model.descriptor.MemberDependency;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds a circle in dependencies. */
final class Cycles {
    private final Map<String, List<String>> targets = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();

    private Cycles(List<MemberDependency> dependencies) {
        for (MemberDependency d : dependencies) {
            targets.computeIfAbsent(d.source(), s -> new ArrayList<>()).add(d.target());
        }
    }

    /** Returns one circle as a text such as {@code a -> b -> a}. */
    static Optional<String> find(List<MemberDependency> dependencies) {
        var search = new Cycles(dependencies);
        return search.targets.keySet().stream().flatMap(s -> search.from(s).stream()).findFirst();
    }

    /** Walks in depth without recursion; the stack holds the path and what is left at each node. */
    private Optional<String> from(String start) {
        var path = new ArrayList<String>();
        var left = new ArrayDeque<ArrayDeque<String>>();
        enter(start, path, left);
        while (!left.isEmpty()) {
            String next = left.peek().poll();
            if (next == null) {
                left.pop();
                done.add(path.remove(path.size() - 1));
            } else if (path.contains(next)) {
                var circle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
                circle.add(next);
                return Optional.of(String.join(" -> ", circle));
            } else {
                enter(next, path, left);
            }
        }
        return Optional.empty();
    }

    private void enter(String node, List<String> path, ArrayDeque<ArrayDeque<String>> left) {
        if (!done.contains(node)) {
            path.add(node);
            left.push(new ArrayDeque<>(targets.getOrDefault(node, List.of())));
        }
    }
}
