/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Option;

/**
 * Karaf takes options only before arguments. Commands with arguments therefore collect what follows
 * in a last one, and this puts options found there where they belong.
 */
final class TrailingOptions {
    private static final Pattern OPTION = Pattern.compile("--?[a-zA-Z].*");

    private final Object command;
    private final Deque<String> words = new ArrayDeque<>();

    private TrailingOptions(Object command) {
        this.command = command;
    }

    /** Moves options behind the arguments into their fields. */
    static void settle(Object command) {
        try {
            TrailingOptions options = new TrailingOptions(command);
            options.collect();
            options.apply();
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("Fields of commands are settable", impossible);
        }
    }

    /** An option may also have been taken for an optional argument. */
    private void collect() throws IllegalAccessException {
        boolean optionsBegun = false;
        for (Field field : arguments()) {
            Object value = field.get(command);
            if (value instanceof List<?> rest) {
                rest.forEach(word -> words.add(word.toString()));
                field.set(command, List.of());
            } else if (value instanceof String text
                    && (optionsBegun && !text.isEmpty() || OPTION.matcher(text).matches())) {
                optionsBegun = true;
                words.add(text);
                field.set(command, "");
            }
        }
    }

    private void apply() throws IllegalAccessException {
        while (!words.isEmpty()) {
            String word = words.pop();
            int sign = word.indexOf('=');
            String name = sign < 0 ? word : word.substring(0, sign);
            Field field = option(name);
            if (field.getType() == boolean.class) {
                field.setBoolean(command, true);
            } else if (sign > 0) {
                put(field, word.substring(sign + 1));
            } else if (words.isEmpty()) {
                throw new CommandFailure(Exit.USAGE, name + " needs a value");
            } else {
                put(field, words.pop());
            }
        }
    }

    private void put(Field field, String text) throws IllegalAccessException {
        if (field.getType() == List.class) {
            List<Object> all = new ArrayList<>();
            if (field.get(command) instanceof List<?> before) {
                all.addAll(before);
            }
            all.add(text);
            field.set(command, all);
        } else if (field.getType() == String.class) {
            field.set(command, text);
        } else {
            putNumber(field, text);
        }
    }

    private void putNumber(Field field, String text) throws IllegalAccessException {
        try {
            if (field.getType() == int.class) {
                field.setInt(command, Integer.parseInt(text));
            } else {
                field.setLong(command, Long.parseLong(text));
            }
        } catch (NumberFormatException notANumber) {
            throw new CommandFailure(Exit.USAGE, text + " is not a number");
        }
    }

    private Field option(String name) {
        for (Field field : fields()) {
            Option option = field.getAnnotation(Option.class);
            if (option != null
                    && (option.name().equals(name)
                            || Arrays.asList(option.aliases()).contains(name))) {
                return field;
            }
        }
        throw new CommandFailure(
                Exit.USAGE,
                OPTION.matcher(name).matches()
                        ? "There is no option " + name
                        : "There are too many arguments, from " + name + " on");
    }

    private List<Field> arguments() {
        return fields().stream()
                .filter(field -> field.isAnnotationPresent(Argument.class))
                .sorted(Comparator.comparing(field -> field.getAnnotation(Argument.class).index()))
                .toList();
    }

    private List<Field> fields() {
        List<Field> all = new ArrayList<>();
        for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Argument.class)
                        || field.isAnnotationPresent(Option.class)) {
                    field.setAccessible(true);
                    all.add(field);
                }
            }
        }
        return all;
    }
}
