/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.query;

import java.util.ArrayList;
import java.util.List;

/** Splits filter text where the separator is not inside quotes ({@code 'a,b'}, {@code ''} = '). */
final class FilterText {
    private static final char QUOTE = '\'';

    private FilterText() {}

    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        if (text.isEmpty()) {
            return parts;
        }
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == QUOTE) {
                quoted = !quoted;
            } else if (sign == separator && !quoted) {
                parts.add(text.substring(start, at));
                start = at + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    static String unquote(String value) {
        boolean quoted =
                value.length() > 1
                        && value.charAt(0) == QUOTE
                        && value.charAt(value.length() - 1) == QUOTE;
        return quoted ? value.substring(1, value.length() - 1).replace("''", "'") : value;
    }
}
