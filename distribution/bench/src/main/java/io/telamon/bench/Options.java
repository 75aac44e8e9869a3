/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was asked for on the command line: names of measurements and {@code --option value}.
 *
 * @param names measurements in their order
 * @param values options
 */
record Options(List<String> names, Map<String, String> values) {
    static Options of(String... arguments) {
        List<String> names = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                names.add(arguments[i]);
            } else if (i + 1 < arguments.length) {
                values.put(arguments[i].substring(2), arguments[++i]);
            } else {
                throw new IllegalArgumentException(arguments[i] + " needs a value");
            }
        }
        return new Options(List.copyOf(names), Map.copyOf(values));
    }

    /** A number, or its default. */
    int number(String name, int absent) {
        return Integer.parseInt(values.getOrDefault(name, Integer.toString(absent)));
    }

    /** A text, or its default. */
    String text(String name, String absent) {
        return values.getOrDefault(name, absent);
    }
}
