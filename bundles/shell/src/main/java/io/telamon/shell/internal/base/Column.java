/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One column of a table and one field of its JSON.
 *
 * @param name field name in camel case
 * @param wide shown with {@code --output wide} and in JSON only
 * @param value reads the value from a row
 */
public record Column<T>(String name, boolean wide, Function<T, Object> value) {
    /** A column that is always shown. */
    public static <T> Column<T> of(String name, Function<T, Object> value) {
        return new Column<>(name, false, value);
    }

    /** A column for those who want all. */
    public static <T> Column<T> wide(String name, Function<T, Object> value) {
        return new Column<>(name, true, value);
    }

    /** The value as something JSON knows. */
    Object valueOf(T row) {
        return plain(value.apply(row));
    }

    private static Object plain(Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Instant time) {
            return time.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        if (value instanceof Duration time) {
            return time.truncatedTo(ChronoUnit.SECONDS).toString();
        }
        if (value instanceof Collection<?> list) {
            List<Object> items = list.stream().map(Column::plain).toList();
            return items;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> items = new LinkedHashMap<>();
            map.entrySet().stream()
                    .sorted((one, two) -> text(one.getKey()).compareTo(text(two.getKey())))
                    .forEach(entry -> items.put(text(entry.getKey()), plain(entry.getValue())));
            return items;
        }
        return value.toString();
    }

    private static String text(Object value) {
        return String.valueOf(value);
    }
}
