/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Command line options {@code --name value}, each as often as one likes; flags have no value. */
public final class Options {
    private final Map<String, List<String>> values = new TreeMap<>();

    private Options() {}

    /**
     * Reads options.
     *
     * @param arguments from {@code first} on
     * @param known names with a value
     * @param flags names without
     * @throws IllegalArgumentException naming what is not understood
     */
    public static Options parse(
            String[] arguments, int first, Set<String> known, Set<String> flags) {
        Options result = new Options();
        for (int at = first; at < arguments.length; at++) {
            String name = arguments[at].startsWith("--") ? arguments[at].substring(2) : "";
            if (flags.contains(name)) {
                result.add(name, "true");
            } else if (known.contains(name) && at + 1 < arguments.length) {
                result.add(name, arguments[++at]);
            } else {
                throw new IllegalArgumentException(
                        "Not understood: " + arguments[at] + "; known: " + known + " " + flags);
            }
        }
        return result;
    }

    private void add(String name, String value) {
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    /** The last value, or the fallback. */
    public String text(String name, String fallback) {
        List<String> given = all(name);
        return given.isEmpty() ? fallback : given.get(given.size() - 1);
    }

    /** The last value as a number, or the fallback. */
    public int number(String name, int fallback) {
        return Integer.parseInt(text(name, Integer.toString(fallback)));
    }

    /** True when given. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** All values in order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
