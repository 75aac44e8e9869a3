/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns scalars into values; what does not fit is reported at its place and taken as absent. */
final class Scalars {
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{0,18})?([eE][+-]?[0-9]{1,3})?");
    private static final int SHOWN = 60;

    private Scalars() {}

    static Optional<String> text(DocNode node, String key) {
        if (node instanceof ScalarNode scalar) {
            scalar.read();
            return scalar.text();
        }
        wrongType(node, key, "a single value");
        return Optional.empty();
    }

    static Optional<Long> whole(DocNode node, String key, long least, long most) {
        return text(node, key).map(String::strip).flatMap(t -> whole(node, t, key, least, most));
    }

    private static Optional<Long> whole(
            DocNode node, String text, String key, long least, long most) {
        if (!WHOLE.matcher(text).matches()) {
            wrongType(node, key, "a whole number");
            return Optional.empty();
        }
        long value = Long.parseLong(text);
        if (value < least || value > most) {
            var problem = "%s is out of range: %d".formatted(key, value);
            node.error("VALUE_RANGE", problem, "Use a number from %d to %d".formatted(least, most));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    static Optional<Double> decimal(DocNode node, String key) {
        var text = text(node, key).map(String::strip);
        if (text.isPresent() && !DECIMAL.matcher(text.get()).matches()) {
            wrongType(node, key, "a number");
            return Optional.empty();
        }
        return text.map(Double::valueOf);
    }

    static Optional<Boolean> flag(DocNode node, String key) {
        return text(node, key).flatMap(t -> flag(node, t, key));
    }

    private static Optional<Boolean> flag(DocNode node, String text, String key) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> {
                wrongType(node, key, "true or false");
                yield Optional.empty();
            }
        };
    }

    static List<DocNode> single(DocNode node) {
        boolean nothing = node instanceof ScalarNode scalar && scalar.text().isEmpty();
        return nothing ? List.of() : List.of(node);
    }

    static void wrongType(DocNode node, String key, String wanted) {
        String found =
                node instanceof ScalarNode scalar
                        ? shown(scalar.raw())
                        : node instanceof ListNode ? "a list" : "a map";
        node.readAll();
        node.error("FIELD_TYPE", "%s must be %s, not %s".formatted(key, wanted, found), "");
    }

    /** Shortens a foreign text for a message and takes control characters out. */
    static String shown(String text) {
        String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return "'" + cut.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
