/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.controller.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every computer is a final destination of every router. */
final class FlatLayout implements Layout {
    @Override
    public Plan plan(Collection<Computer> computers, Collection<Router> routers, Set<String> away) {
        SortedMap<Route, Boolean> all = new TreeMap<>();
        for (Computer computer : computers) {
            for (String lambda : computer.lambdas()) {
                all.put(new Route(lambda, computer.endpoint()), true);
            }
        }
        Map<String, SortedMap<Route, Boolean>> tables = new HashMap<>();
        for (Router router : routers) {
            tables.put(router.endpoint(), all);
        }
        return new Plan(tables, Map.of());
    }
}
