/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Attribute selectors (SOL013 clause 5.3): {@code all_fields}, {@code fields}, {@code
 * exclude_fields}, {@code exclude_default}.
 */
final class Selector {
    private static final String ALL = "all_fields";
    private static final String FIELDS = "fields";
    private static final String EXCLUDE = "exclude_fields";
    private static final String DEFAULT = "exclude_default";

    private final Set<String> leftOut;
    private final List<String> wanted;
    private final List<String> unwanted;

    private Selector(Set<String> leftOut, List<String> wanted, List<String> unwanted) {
        this.leftOut = leftOut;
        this.wanted = wanted;
        this.unwanted = unwanted;
    }

    /**
     * Reads the selectors of a query.
     *
     * @param type representation
     * @param byDefault attributes left out of lists unless asked for
     */
    static Selector parse(
            MultivaluedMap<String, String> query, Class<?> type, Set<String> byDefault) {
        boolean all = query.containsKey(ALL);
        boolean exclude = query.containsKey(EXCLUDE);
        boolean fields = query.containsKey(FIELDS);
        if (all && (exclude || fields || query.containsKey(DEFAULT)) || exclude && fields) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "all_fields stands alone, and fields does not go with exclude_fields");
        }
        List<String> wanted = paths(query.getFirst(FIELDS), type);
        List<String> unwanted = paths(query.getFirst(EXCLUDE), type);
        return new Selector(all || exclude ? Set.of() : byDefault, wanted, unwanted);
    }

    /** True when an attribute that is left out by default must be there. */
    boolean wants(String attribute) {
        return !leftOut.contains(attribute)
                || wanted.stream().anyMatch(path -> path.split("/")[0].equals(attribute));
    }

    /** The representation with the chosen attributes only. */
    JsonNode select(JsonNode representation) {
        if (representation instanceof ObjectNode object) {
            List<String> dropped =
                    object.properties().stream()
                            .map(Map.Entry::getKey)
                            .filter(name -> !wants(name))
                            .toList();
            object.remove(dropped);
            unwanted.forEach(path -> remove(object, path.split("/"), 0));
        }
        return representation;
    }

    private static void remove(JsonNode node, String[] path, int depth) {
        if (node.isArray()) {
            node.forEach(element -> remove(element, path, depth));
        } else if (node instanceof ObjectNode object) {
            if (depth == path.length - 1) {
                object.remove(path[depth]);
            } else if (object.has(path[depth])) {
                remove(object.get(path[depth]), path, depth + 1);
            }
        }
    }

    private static List<String> paths(String text, Class<?> type) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<String> paths = Arrays.stream(text.split(",")).map(String::strip).toList();
        paths.forEach(path -> Attributes.require(type, path));
        return paths;
    }
}
