/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A list of the form {@code key=value,key=value} over defaults. Keys and values are kept as
 * written; which keys there are is decided by the reader ({@link #only}).
 */
public final class Conf {
    private final String option;
    private final Map<String, String> values;

    private Conf(String option, Map<String, String> values) {
        this.option = option;
        this.values = values;
    }

    /** Reads a list; keys that it does not name keep their defaults. */
    public static Conf parse(String option, String defaults, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        read(option, defaults, values);
        read(option, text, values);
        return new Conf(option, values);
    }

    private static void read(String option, String text, Map<String, String> into) {
        for (String pair : text.split(",")) {
            if (pair.isBlank()) {
                continue;
            }
            int sign = pair.indexOf('=');
            if (sign < 1) {
                throw new IllegalArgumentException(
                        option + ": '" + pair + "' is not of the form key=value");
            }
            into.put(pair.substring(0, sign).strip(), pair.substring(sign + 1).strip());
        }
    }

    /** Refuses keys that are not among these. */
    public Conf only(String... keys) {
        Set<String> known = Set.of(keys);
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        option + " has no key '" + key + "', only " + String.join(", ", keys));
            }
        }
        return this;
    }

    /** Whether the key has a value. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** A value as written. */
    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(option + " wants a value for '" + key + "'");
        }
        return value;
    }

    /** A value that is a number within limits. */
    public double number(String key, double least, double most) {
        try {
            double value = Double.parseDouble(text(key));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    option + ": " + key + "=" + text(key) + " is no number", e);
        }
        throw new IllegalArgumentException(
                option + ": " + key + "=" + text(key) + " is not within " + least + " to " + most);
    }

    /** A value that is a whole number within limits. */
    public int whole(String key, int least, int most) {
        double value = number(key, least, most);
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException(
                    option + ": " + key + "=" + text(key) + " is no whole number");
        }
        return (int) value;
    }

    /** A value that is true or false. */
    public boolean flag(String key) {
        return switch (text(key)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default ->
                    throw new IllegalArgumentException(
                            option + ": " + key + "=" + text(key) + " is neither true nor false");
        };
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        values.forEach((k, v) -> text.append(text.length() == 0 ? "" : ",").append(k + "=" + v));
        return text.toString();
    }
}
