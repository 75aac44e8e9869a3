/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.clouds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document into maps, lists and texts; a number stays the text it is, so a password
 * of digits is not changed. Refuses tags, doubled keys, several documents, and depth and size
 * without end. An alias points at the one value, so a bomb of aliases does not grow. No message
 * quotes the document, which holds credentials. Made for one use.
 */
final class YamlTree {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setCodePointLimit(1 << 20).build();
    private static final int MOST_VALUES = 20_000;
    private static final int DEEPEST = 16;

    private final Iterator<Event> events;
    private final Map<Anchor, Object> anchors = new HashMap<>();
    private int values;

    /** Says what is wrong and where, without quoting. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String what) {
            super(what, null, false, false);
        }
    }

    private YamlTree(Iterator<Event> events) {
        this.events = events;
    }

    /**
     * The document's value; an empty text when there is none.
     *
     * @throws Unreadable when it is not YAML, or more than such a file needs
     */
    static Object read(String text) {
        try {
            return new YamlTree(new Parse(SETTINGS).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException wrong) {
            String place =
                    wrong.getProblemMark()
                            .map(
                                    mark ->
                                            "line %d, column %d: "
                                                    .formatted(
                                                            mark.getLine() + 1,
                                                            mark.getColumn() + 1))
                            .orElse("");
            throw new Unreadable(place + wrong.getProblem());
        } catch (YamlEngineException wrong) {
            throw new Unreadable("it is too large or holds characters that YAML does not allow");
        }
    }

    private Object document() {
        Object result = null;
        while (events.hasNext()) {
            if (events.next() instanceof NodeEvent start) {
                if (result != null) {
                    throw at(start, "there is more than one document");
                }
                result = node(start, 0);
            }
        }
        return result == null ? "" : result;
    }

    private Object node(NodeEvent event, int depth) {
        if (++values > MOST_VALUES || depth > DEEPEST) {
            throw at(event, "it holds too many values or too many levels");
        }
        if (event instanceof AliasEvent alias) {
            Object known = anchors.get(alias.getAlias());
            if (known == null) {
                throw at(event, "an alias points at nothing before it");
            }
            return known;
        }
        Object result;
        if (event instanceof ScalarEvent scalar) {
            refuseTag(event, scalar.getTag().orElse(""));
            result = absent(scalar) ? "" : scalar.getValue();
        } else {
            refuseTag(event, ((CollectionStartEvent) event).getTag().orElse(""));
            result = event instanceof MappingStartEvent ? mapping(depth) : sequence(depth);
        }
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, result));
        return result;
    }

    private static boolean absent(ScalarEvent scalar) {
        return scalar.isPlain() && Set.of("~", "null", "Null", "NULL").contains(scalar.getValue());
    }

    private List<Object> sequence(int depth) {
        List<Object> items = new ArrayList<>();
        for (Event next = events.next(); next instanceof NodeEvent item; next = events.next()) {
            items.add(node(item, depth + 1));
        }
        return items;
    }

    private Map<String, Object> mapping(int depth) {
        Map<String, Object> entries = new LinkedHashMap<>();
        List<Object> merged = new ArrayList<>();
        for (Event next = events.next(); next instanceof NodeEvent key; next = events.next()) {
            if (!(key instanceof ScalarEvent name)) {
                throw at(key, "a key must be a single text");
            }
            Object value = node((NodeEvent) events.next(), depth + 1);
            if (name.getValue().equals("<<")) {
                merged.add(value);
            } else if (entries.putIfAbsent(name.getValue(), value) != null) {
                throw at(key, "a key is written twice in one map");
            }
        }
        merged.forEach(more -> merge(entries, more));
        return entries;
    }

    private static void merge(Map<String, Object> entries, Object more) {
        if (more instanceof Map<?, ?> map) {
            map.forEach((key, value) -> entries.putIfAbsent(key.toString(), value));
        } else if (more instanceof List<?> list) {
            list.stream().filter(Map.class::isInstance).forEach(one -> merge(entries, one));
        }
    }

    private static void refuseTag(NodeEvent event, String tag) {
        if (!tag.isEmpty() && !tag.equals("!") && !tag.equals("tag:yaml.org,2002:str")) {
            throw at(event, "tags are not allowed");
        }
    }

    private static Unreadable at(NodeEvent event, String what) {
        return new Unreadable(
                event.getStartMark()
                        .map(mark -> "line " + (mark.getLine() + 1) + ": " + what)
                        .orElse(what));
    }
}
