/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Committed rows in the order of their insertion. Thread-safe. */
final class Table<K, V> {
    private final Map<K, V> rows = new LinkedHashMap<>();

    synchronized V get(K key) {
        return rows.get(key);
    }

    /** A copy with {@code changes} laid over it; an empty value is a removal. */
    synchronized Map<K, V> with(Map<K, Optional<V>> changes) {
        Map<K, V> copy = new LinkedHashMap<>(rows);
        lay(changes, copy);
        return copy;
    }

    synchronized void apply(Map<K, Optional<V>> changes) {
        lay(changes, rows);
    }

    private static <K, V> void lay(Map<K, Optional<V>> changes, Map<K, V> target) {
        changes.forEach(
                (key, value) -> {
                    if (value.isPresent()) {
                        target.put(key, value.get());
                    } else {
                        target.remove(key);
                    }
                });
    }
}
