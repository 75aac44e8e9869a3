/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.base;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Maps, lists, texts, numbers and booleans as block YAML; doubtful texts are quoted. */
final class Yaml {
    private static final Pattern PLAIN =
            Pattern.compile("(?!true$|false$|null$|yes$|no$|on$|off$)[A-Za-z_][A-Za-z0-9_./-]*");

    private Yaml() {}

    static String of(Object value) {
        StringBuilder text = new StringBuilder();
        if (value instanceof Collection<?> list && list.isEmpty()) {
            return "[]\n";
        }
        write(text, value, "");
        return text.toString();
    }

    private static void write(StringBuilder text, Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            map.forEach(
                    (key, item) -> {
                        text.append(indent).append(scalar(key)).append(':');
                        tail(text, item, indent);
                    });
        } else {
            for (Object item : (Collection<?>) value) {
                StringBuilder block = new StringBuilder();
                if (isBlock(item)) {
                    write(block, item, indent + "  ");
                } else {
                    block.append(indent).append("  ").append(scalar(item)).append('\n');
                }
                block.setCharAt(indent.length(), '-');
                text.append(block);
            }
        }
    }

    private static void tail(StringBuilder text, Object item, String indent) {
        if (isBlock(item)) {
            text.append('\n');
            write(text, item, indent + "  ");
        } else {
            text.append(' ').append(scalar(item)).append('\n');
        }
    }

    private static boolean isBlock(Object value) {
        return value instanceof Map<?, ?> map && !map.isEmpty()
                || value instanceof Collection<?> list && !list.isEmpty();
    }

    private static String scalar(Object value) {
        if (value instanceof String text && PLAIN.matcher(text).matches()) {
            return text;
        }
        if (value instanceof Map<?, ?>) {
            return "{}";
        }
        return value instanceof List<?> ? "[]" : Json.line(value);
    }
}
