/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.simkit;

/**
 * Which calls a fault or a gate means; each pattern is {@code *}, a text, or a beginning and {@code
 * *}.
 */
final class Match {
    private final String world;
    private final String verb;
    private final String kind;
    private final String name;

    Match(String world, String verb, String kind, String name) {
        this.world = world;
        this.verb = verb;
        this.kind = kind;
        this.name = name;
    }

    static String orAny(String pattern) {
        return pattern == null || pattern.isEmpty() ? "*" : pattern;
    }

    boolean fits(Call call) {
        Route route = call.route();
        return fits(world, route.world())
                && fits(verb, route.verb())
                && fits(kind, route.kind())
                && ("*".equals(name) || fits(name, call.name()));
    }

    private static boolean fits(String pattern, String text) {
        return pattern.endsWith("*")
                ? text.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(text);
    }
}
