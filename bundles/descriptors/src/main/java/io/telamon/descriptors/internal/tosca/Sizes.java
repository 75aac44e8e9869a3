/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.tree.DocNode;
import io.telamon.descriptors.internal.tree.MapNode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads TOSCA sizes such as {@code 512 MB} or {@code 1 GiB}. Decimal and binary units are alike.
 */
final class Sizes {
    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([A-Za-z]*)");

    private Sizes() {}

    /** Returns MiB; a number without unit is taken as the unit given. */
    static long megabytes(MapNode node, String key, String unit, long otherwise) {
        return node.text(key)
                .map(text -> megabytes(node.get(key).orElse(node), text, unit, otherwise))
                .orElse(otherwise);
    }

    private static long megabytes(DocNode at, String text, String unit, long otherwise) {
        var size = SIZE.matcher(text.strip());
        double factor = size.matches() ? factor(size.group(2), unit) : 0;
        if (factor == 0) {
            at.error("FIELD_TYPE", "This is no size", "Write a number and MB or GB");
            return otherwise;
        }
        return Math.round(Double.parseDouble(size.group(1)) * factor);
    }

    private static double factor(String written, String otherwise) {
        return switch ((written.isEmpty() ? otherwise : written).toUpperCase(Locale.ROOT)) {
            case "B" -> 1.0 / (1 << 20);
            case "KB", "KIB", "K" -> 1.0 / (1 << 10);
            case "MB", "MIB", "M" -> 1;
            case "GB", "GIB", "G" -> 1 << 10;
            case "TB", "TIB", "T" -> 1 << 20;
            default -> 0;
        };
    }

    /** Returns GiB, rounded up. */
    static long gigabytes(MapNode node, String key, long otherwise) {
        long megabytes = megabytes(node, key, "GB", otherwise << 10);
        return (megabytes + 1023) >> 10;
    }
}
