/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal;

import io.telamon.model.security.Permission;
import io.telamon.model.security.Role;
import io.telamon.northbound.api.Requires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;

/** Derives Karaf's access lists from the permissions that commands name. */
final class AccessLists {
    private static final String HEAD =
            "# Licensed under the Apache License, Version 2.0; see LICENSE.\n"
                    + "# Generated from the permissions of the commands; rewrite it with:\n"
                    + "# mvn test -pl bundles/shell -Dtest=AccessListsTest -Dacl.update\n";
    private static final String PREFIX = "org.apache.karaf.command.acl.";
    private static final String OPERATOR = Role.SYSTEM_ADMIN.key();

    /** What can change the container itself, or reach its files. */
    private static final List<String> CONTAINER_SCOPES =
            List.of(
                    "bundle",
                    "config",
                    "dev",
                    "diagnostic",
                    "feature",
                    "instance",
                    "jaas",
                    "jdbc",
                    "kar",
                    "log",
                    "package",
                    "scr",
                    "service",
                    "ssh",
                    "system",
                    "wrapper");

    private static final List<String> SHELL_DANGEROUS =
            List.of(
                    ".invoke",
                    ".redirect",
                    "cat",
                    "edit",
                    "exec",
                    "java",
                    "nano",
                    "new",
                    "source",
                    "tac",
                    "watch");

    private AccessLists() {}

    /** File name and content of every list. */
    static Map<String, String> all(Path classes) throws IOException {
        Map<String, Map<String, String>> scopes = new TreeMap<>();
        for (Class<?> type : commands(classes)) {
            Command command = type.getAnnotation(Command.class);
            scopes.computeIfAbsent(command.scope(), scope -> new TreeMap<>())
                    .put(command.name(), roles(type.getAnnotation(Requires.class)));
        }
        CONTAINER_SCOPES.forEach(scope -> scopes.put(scope, Map.of("*", OPERATOR)));
        scopes.put("shell", shell());
        scopes.put("star", Map.of("*", roles(null)));
        Map<String, String> files = new TreeMap<>();
        scopes.forEach((scope, lines) -> files.put(PREFIX + scope + ".cfg", text(lines)));
        return files;
    }

    static List<Class<?>> commands(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith("Command.class"))
                    .map(file -> load(classes.relativize(file)))
                    .filter(type -> type.isAnnotationPresent(Command.class))
                    .collect(Collectors.toList());
        }
    }

    private static Map<String, String> shell() {
        Map<String, String> lines = new TreeMap<>();
        SHELL_DANGEROUS.forEach(name -> lines.put(name, OPERATOR));
        lines.put("*", roles(null));
        return lines;
    }

    private static String roles(Requires requires) {
        return Arrays.stream(Role.values())
                .filter(
                        role ->
                                requires == null
                                        || role.permissions()
                                                .contains(Permission.of(requires.value())))
                .map(Role::key)
                .collect(Collectors.joining(","));
    }

    private static String text(Map<String, String> lines) {
        return HEAD
                + lines.entrySet().stream()
                        .map(line -> line.getKey() + " = " + line.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private static Class<?> load(Path file) {
        String name = file.toString().replace('/', '.').replaceAll("\\.class$", "");
        try {
            return Class.forName(name, false, AccessLists.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
