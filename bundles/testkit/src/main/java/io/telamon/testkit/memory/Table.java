/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.testkit.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Committed rows in the order of their insertion. Thread-safe by the lock that all tables share:
 * who holds it changes several tables at once for all readers.
 */
final class Table<K, V> {
    private final Map<K, V> rows = new LinkedHashMap<>();
    private final Object lock;

    Table(Object lock) {
        this.lock = lock;
    }

    V get(K key) {
        synchronized (lock) {
            return rows.get(key);
        }
    }

    /** A copy with {@code changes} laid over it; an empty value is a removal. */
    Map<K, V> with(Map<K, Optional<V>> changes) {
        Map<K, V> copy;
        synchronized (lock) {
            copy = new LinkedHashMap<>(rows);
        }
        lay(changes, copy);
        return copy;
    }

    void apply(Map<K, Optional<V>> changes) {
        synchronized (lock) {
            lay(changes, rows);
        }
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
