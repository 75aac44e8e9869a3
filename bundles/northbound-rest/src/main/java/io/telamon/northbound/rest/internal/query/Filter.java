/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Attribute-based filtering (SOL013 clause 5.2): {@code (op,attribute,value[,value...]);(...)}, all
 * of which must hold; on lists one element that fits is enough.
 *
 * @param conditions what must hold
 */
record Filter(List<Condition> conditions) {
    /** Reads a filter; empty text lets everything through. */
    static Filter parse(String text, Class<?> type) {
        List<Condition> conditions = new ArrayList<>();
        for (String part : FilterText.split(text == null ? "" : text.strip(), ';')) {
            conditions.add(condition(part.strip(), type));
        }
        return new Filter(conditions);
    }

    /** True when all conditions hold for this representation. */
    boolean accepts(JsonNode representation) {
        return conditions.stream().allMatch(condition -> condition.holds(representation));
    }

    private static Condition condition(String part, Class<?> type) {
        if (part.length() < 2 || part.charAt(0) != '(' || !part.endsWith(")")) {
            throw refused("A filter looks like (eq,attribute,value);(...), not " + part);
        }
        List<String> words = FilterText.split(part.substring(1, part.length() - 1), ',');
        if (words.size() < 3) {
            throw refused("A filter needs an operator, an attribute and a value: " + part);
        }
        Operator operator = operator(words.get(0).strip());
        String path = words.get(1).strip();
        Attributes.require(type, path);
        List<String> values =
                words.subList(2, words.size()).stream().map(FilterText::unquote).toList();
        if (values.size() > 1 && !operator.takesMany) {
            throw refused("Operator " + words.get(0) + " takes one value: " + part);
        }
        return new Condition(operator, path.split("/", -1), values);
    }

    private static Operator operator(String word) {
        try {
            return Operator.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw refused(
                    "There is no filter operator "
                            + word
                            + "; eq, neq, in, nin, gt, gte, lt, lte, cont and ncont are");
        }
    }

    private static TelamonException refused(String why) {
        return new TelamonException(ErrorCode.INVALID_ARGUMENT, "%s", why);
    }

    /** Operators of SOL013 table 5.2.2-1. */
    enum Operator {
        EQ(false),
        NEQ(false),
        IN(true),
        NIN(true),
        GT(false),
        GTE(false),
        LT(false),
        LTE(false),
        CONT(true),
        NCONT(true);

        private final boolean takesMany;

        Operator(boolean takesMany) {
            this.takesMany = takesMany;
        }

        private boolean holds(String seen, List<String> values) {
            return switch (this) {
                case EQ, IN -> values.contains(seen);
                case NEQ, NIN -> !values.contains(seen);
                case CONT -> values.stream().anyMatch(seen::contains);
                case NCONT -> values.stream().noneMatch(seen::contains);
                case GT -> compare(seen, values.get(0)) > 0;
                case GTE -> compare(seen, values.get(0)) >= 0;
                case LT -> compare(seen, values.get(0)) < 0;
                case LTE -> compare(seen, values.get(0)) <= 0;
            };
        }

        private boolean negative() {
            return this == NEQ || this == NIN || this == NCONT;
        }

        private static int compare(String left, String right) {
            try {
                return new BigDecimal(left).compareTo(new BigDecimal(right));
            } catch (NumberFormatException text) {
                return left.compareTo(right);
            }
        }
    }

    /**
     * One condition.
     *
     * @param operator how to compare
     * @param path names on the way to the attribute
     * @param values values to compare with
     */
    record Condition(Operator operator, String[] path, List<String> values) {
        boolean holds(JsonNode representation) {
            List<String> seen = new ArrayList<>();
            collect(representation, 0, seen);
            return operator.negative()
                    ? seen.stream().allMatch(value -> operator.holds(value, values))
                    : seen.stream().anyMatch(value -> operator.holds(value, values));
        }

        private void collect(JsonNode node, int depth, List<String> into) {
            if (node.isArray()) {
                node.forEach(element -> collect(element, depth, into));
            } else if (depth < path.length) {
                JsonNode next = node.get(path[depth]);
                if (next != null) {
                    collect(next, depth + 1, into);
                }
            } else if (node.isValueNode()) {
                into.add(node.asText());
            }
        }
    }
}
