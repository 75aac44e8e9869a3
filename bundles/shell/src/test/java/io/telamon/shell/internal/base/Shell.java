/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.telamon.model.TenantId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Role;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Option;

/** Fills a command's fields as Karaf would and runs it. */
public final class Shell {
    private final Fakes fakes;
    private final Caller caller;

    /** An operator at a shell in front of these fakes. */
    public Shell(Fakes fakes) {
        this(fakes, Role.SYSTEM_ADMIN);
    }

    /** Somebody with a role. */
    public Shell(Fakes fakes, Role role) {
        this.fakes = fakes;
        this.caller = new Caller("ada", new TenantId("default"), Set.of(role));
    }

    /** Outcome of a command: exit status, null for success, and all it said. */
    public record Outcome(Object status, String messages) {}

    /** Runs the command with arguments in order and {@code --option=value} among them. */
    public Outcome run(TelamonCommand command, String... words) throws Exception {
        int index = 0;
        for (String word : words) {
            // as Karaf does it: behind the first argument there are no options
            if (word.startsWith("--") && index == 0) {
                put(command, option(command, word.split("=")[0]), after(word));
                continue;
            }
            Field argument = argument(command, index);
            put(command, argument, word);
            if (argument.getType() != List.class) {
                index++;
            }
        }
        command.wire(fakes.session(), fakes.doors(), caller);
        PrintStream before = System.err;
        PrintStream outputBefore = System.out;
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        System.setErr(new PrintStream(messages, true, StandardCharsets.UTF_8));
        System.setOut(fakes.console());
        try {
            Object status = command.execute();
            return new Outcome(status, messages.toString(StandardCharsets.UTF_8) + fakes.output());
        } finally {
            System.setErr(before);
            System.setOut(outputBefore);
        }
    }

    /** Sets a field; one of several values is added to those before. */
    private static void put(TelamonCommand command, Field field, String word) throws Exception {
        if (field.getType() != List.class) {
            set(command, field, word);
            return;
        }
        field.setAccessible(true);
        List<Object> all = new ArrayList<>((List<?>) field.get(command));
        all.add(word);
        field.set(command, all);
    }

    private static String after(String word) {
        int sign = word.indexOf('=');
        return sign < 0 ? "true" : word.substring(sign + 1);
    }

    private static Field option(Object command, String name) {
        return field(
                command,
                field ->
                        field.isAnnotationPresent(Option.class)
                                && (field.getAnnotation(Option.class).name().equals(name)));
    }

    private static Field argument(Object command, int index) {
        return field(
                command,
                field ->
                        field.isAnnotationPresent(Argument.class)
                                && field.getAnnotation(Argument.class).index() == index);
    }

    private static Field field(Object command, java.util.function.Predicate<Field> fits) {
        for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (fits.test(field)) {
                    return field;
                }
            }
        }
        throw new AssertionError("The command has no such word: " + command.getClass());
    }

    private static void set(Object command, Field field, String text) throws Exception {
        field.setAccessible(true);
        Object value = text;
        if (field.getType() == boolean.class) {
            value = Boolean.valueOf(text);
        } else if (field.getType() == int.class) {
            value = Integer.valueOf(text);
        } else if (field.getType() == List.class) {
            value = List.of(text);
        }
        field.set(command, value);
        assertThat(field.get(command)).isEqualTo(value);
    }
}
