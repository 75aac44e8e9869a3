/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The command line of a role: {@code --name value} or {@code --name=value}. A name may be cut short
 * as long as only one option begins that way. {@code --help} and {@code -h} are always there.
 */
public final class Options {
    private final String program;
    private final String purpose;
    private final Map<String, Option> options = new TreeMap<>();

    private Options(String program, String purpose) {
        this.program = program;
        this.purpose = purpose;
        flag("help", "tell what the options are");
    }

    /** Options of a program. */
    public static Options of(String program, String purpose) {
        return new Options(program, purpose);
    }

    /** Adds an option that has a value. */
    public Options option(String name, String byDefault, String meaning) {
        options.put(name, new Option(name, byDefault, meaning, false));
        return this;
    }

    /** Adds a switch, off unless it is named. */
    public Options flag(String name, String meaning) {
        options.put(name, new Option(name, "false", meaning, true));
        return this;
    }

    /** Reads a command line; what is wrong with it is an IllegalArgumentException that says so. */
    public Parsed parse(List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            String word = rest.remove(0);
            int sign = word.indexOf('=');
            Option option = named(sign < 0 ? word : word.substring(0, sign));
            if (values.containsKey(option.name())) {
                throw new IllegalArgumentException("--" + option.name() + " is given twice");
            }
            values.put(option.name(), value(option, word, sign, rest));
        }
        return new Parsed(options, values);
    }

    private static String value(Option option, String word, int sign, List<String> rest) {
        if (option.flag()) {
            if (sign >= 0) {
                throw new IllegalArgumentException("--" + option.name() + " takes no value");
            }
            return "true";
        }
        if (sign >= 0) {
            return word.substring(sign + 1);
        }
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("--" + option.name() + " wants a value");
        }
        return rest.remove(0);
    }

    private Option named(String word) {
        if (word.equals("-h")) {
            return options.get("help");
        }
        if (!word.startsWith("--") || word.length() == 2) {
            throw new IllegalArgumentException("'" + word + "' is no option; see --help");
        }
        String name = word.substring(2);
        Option exact = options.get(name);
        if (exact != null) {
            return exact;
        }
        List<String> fitting = options.keySet().stream().filter(o -> o.startsWith(name)).toList();
        if (fitting.size() == 1) {
            return options.get(fitting.get(0));
        }
        throw new IllegalArgumentException(
                fitting.isEmpty()
                        ? "there is no option --" + name + "; see --help"
                        : "--" + name + " may be --" + String.join(" or --", fitting));
    }

    /** What {@code --help} shows. */
    public String help() {
        StringBuilder text = new StringBuilder(program + ": " + purpose + "\n\n");
        for (Option option : options.values()) {
            String left = "  --" + option.name() + (option.flag() ? "" : " arg");
            String end =
                    option.flag() || option.byDefault().isEmpty()
                            ? ""
                            : " (" + option.byDefault() + ")";
            text.append(String.format("%-34s %s%s%n", left, option.meaning(), end));
        }
        return text.toString();
    }

    private record Option(String name, String byDefault, String meaning, boolean flag) {}

    /** A command line that was understood. */
    public static final class Parsed {
        private final Map<String, Option> options;
        private final Map<String, String> values;

        private Parsed(Map<String, Option> options, Map<String, String> values) {
            this.options = options;
            this.values = values;
        }

        /** Whether help was asked for; then nothing else is done. */
        public boolean help() {
            return flag("help");
        }

        /** Whether the option was on the command line. */
        public boolean given(String name) {
            return values.containsKey(name);
        }

        /** An option's value or its default. */
        public String text(String name) {
            Option option = options.get(name);
            return values.getOrDefault(option.name(), option.byDefault());
        }

        /** Whether a switch is on. */
        public boolean flag(String name) {
            return Boolean.parseBoolean(text(name));
        }

        /** An option's value as an end-point. */
        public EndPoint endPoint(String name) {
            return checked(name, EndPoint::parse);
        }

        /** An option's comma-separated values. */
        public List<String> list(String name) {
            return List.of(text(name).split(",")).stream()
                    .map(String::strip)
                    .filter(item -> !item.isEmpty())
                    .toList();
        }

        /** An option's value as a number within limits. */
        public double number(String name, double least, double most) {
            return single(name).number(name, least, most);
        }

        /** An option's value as a whole number within limits. */
        public int whole(String name, int least, int most) {
            return single(name).whole(name, least, most);
        }

        /** An option's value as a list of keys and values over the option's default. */
        public Conf conf(String name) {
            return Conf.parse("--" + name, options.get(name).byDefault(), text(name));
        }

        private Conf single(String name) {
            return Conf.parse("--" + name, "", name + "=" + text(name));
        }

        private <T> T checked(String name, java.util.function.Function<String, T> reader) {
            try {
                return reader.apply(text(name));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("--" + name + ": " + e.getMessage(), e);
            }
        }
    }
}
