/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.table;

import io.telamon.edge.api.EdgeFunctionView;
import io.telamon.edge.api.EdgeRouteView;
import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.relay.Destination;
import io.telamon.edge.relay.Destinations;
import io.telamon.edge.relay.policy.Policy;
import io.telamon.edge.relay.policy.Weighing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The tables of a broker: function to destinations. A router has two, one with all destinations and
 * one with those that run the function themselves, for requests that came from a router; a
 * dispatcher has one.
 */
public final class Tables {
    private final List<Map<String, Entry>> tables = new ArrayList<>();
    private final Destinations destinations;
    // both guarded by this
    private Supplier<? extends Policy> policies;
    private Weighing weighing;

    public Tables(
            int count,
            Destinations destinations,
            Supplier<? extends Policy> policies,
            Weighing weighing) {
        for (int i = 0; i < count; i++) {
            tables.add(new ConcurrentHashMap<>());
        }
        this.destinations = destinations;
        this.policies = policies;
        this.weighing = weighing;
    }

    /** How many tables there are. */
    public int count() {
        return tables.size();
    }

    /** The destinations of a function; null when there are none. */
    public Entry entry(String function, boolean forwarded) {
        return tables.get(forwarded ? tables.size() - 1 : 0).get(function);
    }

    /** Adds a destination or changes its weight. */
    public synchronized void change(String function, EndPoint to, double weight, boolean last) {
        set(tables.get(0), function, to, new Setting(weight, last));
        if (tables.size() > 1) {
            if (last) {
                set(tables.get(1), function, to, new Setting(weight, true));
            } else {
                unset(tables.get(1), function, to);
            }
        }
    }

    private record Setting(double weight, boolean last) {}

    private void set(Map<String, Entry> table, String function, EndPoint to, Setting setting) {
        Entry entry =
                table.computeIfAbsent(
                        function,
                        f -> new Entry(policies.get(), weighing, destinations::recoveries));
        Destination destination = destinations.use(to);
        boolean fresh =
                entry.change(destination, setting.weight(), setting.last(), System.nanoTime());
        if (!fresh) {
            destinations.release(destination);
            destinations.announced(destination);
        }
    }

    private boolean unset(Map<String, Entry> table, String function, EndPoint to) {
        Entry entry = table.get(function);
        Destination gone = entry == null ? null : entry.remove(to);
        if (gone == null) {
            return false;
        }
        destinations.release(gone);
        if (entry.isEmpty()) {
            table.remove(function);
        }
        return true;
    }

    /** Takes a destination out; false when it was not there. */
    public synchronized boolean remove(String function, EndPoint to) {
        boolean found = false;
        for (Map<String, Entry> table : tables) {
            found |= unset(table, function, to);
        }
        return found;
    }

    /**
     * Takes everything out, but lets it serve until {@link #sweep}: some controllers empty tables
     * and fill them again, and requests come in between.
     */
    public synchronized void flush() {
        tables.forEach(table -> table.values().forEach(Entry::leave));
    }

    /** Ends what was flushed and not added again. */
    public synchronized void sweep() {
        for (Map<String, Entry> table : tables) {
            for (String function : List.copyOf(table.keySet())) {
                table.get(function).left().forEach(to -> unset(table, function, to));
            }
        }
    }

    /** From now on another policy and rule for the weights; destinations and weights stay. */
    public synchronized void rule(Supplier<? extends Policy> policy, Weighing rule) {
        policies = policy;
        weighing = rule;
        for (Map<String, Entry> table : tables) {
            table.values().forEach(e -> e.rule(policy.get(), rule, System.nanoTime()));
        }
    }

    /** What one table holds, by function. */
    public Map<String, List<Entry.Row>> rows(int table) {
        Map<String, List<Entry.Row>> rows = new java.util.TreeMap<>();
        tables.get(table).forEach((function, entry) -> rows.put(function, entry.rows()));
        rows.values().removeIf(List::isEmpty);
        return rows;
    }

    /** Lines of the first table with how requests went there, by function and destination. */
    public List<EdgeRouteView> routes() {
        List<EdgeRouteView> all = new ArrayList<>();
        tables.get(0).forEach((function, entry) -> all.addAll(entry.routes(function)));
        all.sort(
                Comparator.comparing(EdgeRouteView::function)
                        .thenComparing(EdgeRouteView::destination));
        return all;
    }

    /** How requests for each function went, by its name. */
    public List<EdgeFunctionView> functions() {
        long now = System.nanoTime();
        List<EdgeFunctionView> all = new ArrayList<>();
        tables.get(0).forEach((function, entry) -> all.add(entry.told(function, now)));
        all.sort(Comparator.comparing(EdgeFunctionView::name));
        return all;
    }
}
