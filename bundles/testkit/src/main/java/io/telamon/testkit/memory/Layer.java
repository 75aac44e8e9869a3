/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What one unit of work sees of a table: the committed rows under its own changes. */
final class Layer<K, V> {
    private final Table<K, V> table;
    private final Map<K, Optional<V>> changes = new LinkedHashMap<>();

    Layer(Table<K, V> table) {
        this.table = table;
    }

    Optional<V> get(K key) {
        Optional<V> own = changes.get(key);
        return own != null ? own : Optional.ofNullable(table.get(key));
    }

    void put(K key, V value) {
        changes.put(key, Optional.of(value));
    }

    void remove(K key) {
        changes.put(key, Optional.empty());
    }

    /** Matching rows in the order of their insertion. */
    List<V> where(Predicate<V> matches) {
        return rows().values().stream().filter(matches).toList();
    }

    /** All rows in the order of their insertion; a copy. */
    Map<K, V> rows() {
        return table.with(changes);
    }

    /** Removes matching rows. */
    void removeWhere(Predicate<V> matches) {
        rows().forEach(
                        (key, value) -> {
                            if (matches.test(value)) {
                                remove(key);
                            }
                        });
    }

    boolean changed() {
        return !changes.isEmpty();
    }

    void commit() {
        table.apply(changes);
    }
}
