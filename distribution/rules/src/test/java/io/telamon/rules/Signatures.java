/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.rules;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a module shows to others, one line for each type and member, in a stable order. */
final class Signatures {
    private Signatures() {}

    /** Lines for the exported packages among the classes below {@code directory}. */
    static List<String> of(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(file -> directory.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .sorted()
                    .map(Signatures::load)
                    .filter(Signatures::shown)
                    .flatMap(type -> lines(type).stream())
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Signatures.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("Add the module of " + name + " to this pom", missing);
        }
    }

    /** Public all the way out, in a package that leaves its bundle. */
    private static boolean shown(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            if (!visible(outer.getModifiers())) {
                return false;
            }
        }
        return type.getPackageName()
                .matches("io\\.telamon\\.(model|errors|\\w+\\.(api|spi))(\\..*)?");
    }

    private static List<String> lines(Class<?> type) {
        List<String> lines = new ArrayList<>();
        lines.add(declaration(type));
        Stream.of(
                        Arrays.stream(type.getDeclaredFields())
                                .filter(field -> visible(field.getModifiers()))
                                .map(Field::toGenericString),
                        Arrays.stream(type.getDeclaredConstructors())
                                .filter(made -> visible(made.getModifiers()))
                                .map(Constructor::toGenericString),
                        Arrays.stream(type.getDeclaredMethods())
                                .filter(method -> visible(method.getModifiers()))
                                .filter(method -> !method.isSynthetic())
                                .map(Method::toGenericString))
                .flatMap(members -> members)
                .sorted()
                .forEach(member -> lines.add("  " + member));
        return lines;
    }

    private static String declaration(Class<?> type) {
        StringBuilder line = new StringBuilder(type.toGenericString());
        if (type.isRecord()) {
            line.append(
                    Arrays.stream(type.getRecordComponents())
                            .map(Signatures::component)
                            .collect(Collectors.joining(", ", " (", ")")));
        }
        if (type.getSuperclass() != null && !type.isRecord() && !type.isEnum()) {
            line.append(" extends ").append(type.getGenericSuperclass().getTypeName());
        }
        Arrays.stream(type.getGenericInterfaces())
                .forEach(parent -> line.append(" implements ").append(parent.getTypeName()));
        if (type.isSealed()) {
            line.append(
                    Arrays.stream(type.getPermittedSubclasses())
                            .map(Class::getName)
                            .collect(Collectors.joining(", ", " permits ", "")));
        }
        return line.toString();
    }

    private static String component(RecordComponent component) {
        return component.getGenericType().getTypeName() + " " + component.getName();
    }

    private static boolean visible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
