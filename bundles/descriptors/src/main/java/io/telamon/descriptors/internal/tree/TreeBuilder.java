/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds the tree from the parser's events. Aliases are copied, and every copy counts against the
 * number of values a document may have, so an alias bomb ends early.
 */
final class TreeBuilder {
    private static final int MOST_VALUES = 200_000;
    private static final int DEEPEST = 64;
    private static final int LONGEST_KEY = 1024;

    private final Iterator<Event> events;
    private final Origin root;
    private final boolean json;
    private final Map<Anchor, DocNode> anchors = new HashMap<>();
    private int values;

    /**
     * Creates a builder.
     *
     * @param json whether a key may be repeated with the very same value, which JSON files in the
     *     field do and every JSON reader lets pass; YAML readers refuse it
     */
    TreeBuilder(Iterator<Event> events, Origin root, boolean json) {
        this.json = json;
        this.events = events;
        this.root = root;
    }

    Optional<DocNode> document() {
        Optional<DocNode> result = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent start) {
                refuseSecond(result, event);
                result = Optional.of(node(start, root, 0));
            }
        }
        return result;
    }

    private static void refuseSecond(Optional<DocNode> first, Event event) {
        if (first.isPresent()) {
            throw new Refused(
                    "DOCUMENT_MULTIPLE",
                    event.getStartMark(),
                    "The file holds more than one document",
                    "Put one descriptor into a file");
        }
    }

    private DocNode node(NodeEvent event, Origin origin, int depth) {
        spend(event, depth);
        if (event instanceof AliasEvent alias) {
            return copy(anchored(alias), origin, alias, depth);
        }
        DocNode result;
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), event);
            boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
            result = new ScalarNode(origin, scalar.getValue(), plain);
        } else {
            refuseTag(((CollectionStartEvent) event).getTag(), event);
            result =
                    event instanceof MappingStartEvent
                            ? new MapNode(origin, mapping(origin, depth))
                            : new ListNode(origin, sequence(origin, depth));
        }
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, result));
        return result;
    }

    private List<DocNode> sequence(Origin origin, int depth) {
        var items = new ArrayList<DocNode>();
        for (Event next = events.next(); next instanceof NodeEvent item; next = events.next()) {
            items.add(node(item, at(origin, "[" + items.size() + "]", next), depth + 1));
        }
        return items;
    }

    private Map<String, DocNode> mapping(Origin origin, int depth) {
        var entries = new LinkedHashMap<String, DocNode>();
        var merged = new ArrayList<DocNode>();
        for (Event next = events.next(); next instanceof NodeEvent key; next = events.next()) {
            String name = key(key);
            var value = (NodeEvent) events.next();
            DocNode child = node(value, at(origin, name, key), depth + 1);
            if (name.equals("<<") && !(child instanceof ScalarNode)) {
                merged.add(child);
            } else {
                add(entries, name, child, key);
            }
        }
        merged.forEach(more -> merge(entries, more));
        return entries;
    }

    private static void merge(Map<String, DocNode> entries, DocNode more) {
        if (more instanceof MapNode map) {
            map.entries().forEach(entries::putIfAbsent);
        } else if (more instanceof ListNode list) {
            list.items().forEach(item -> merge(entries, item));
        }
    }

    private void add(Map<String, DocNode> entries, String name, DocNode child, NodeEvent key) {
        DocNode before = entries.putIfAbsent(name, child);
        if (before == null) {
            return;
        }
        boolean same =
                before instanceof ScalarNode a
                        && child instanceof ScalarNode b
                        && a.raw().equals(b.raw());
        if (!json || !same) {
            throw doubled(key, name);
        }
        child.warning(
                "KEY_DUPLICATE",
                "Key %s is written twice with the same value".formatted(Scalars.shown(name)),
                "Remove one of the two");
    }

    private static Refused doubled(NodeEvent key, String name) {
        return new Refused(
                "KEY_DUPLICATE",
                key.getStartMark(),
                "Key %s is written twice in one map".formatted(Scalars.shown(name)),
                "Remove one of the two");
    }

    private static String key(NodeEvent event) {
        if (event instanceof ScalarEvent scalar && scalar.getValue().length() <= LONGEST_KEY) {
            refuseTag(scalar.getTag(), event);
            return scalar.getValue();
        }
        throw new Refused(
                "KEY_COMPLEX",
                event.getStartMark(),
                "A key must be a single text of at most %d characters".formatted(LONGEST_KEY),
                "");
    }

    private void spend(NodeEvent event, int depth) {
        values++;
        if (values > MOST_VALUES) {
            throw new Refused(
                    "DOCUMENT_TOO_LARGE",
                    event.getStartMark(),
                    "The document has more than %d values, aliases counted".formatted(MOST_VALUES),
                    "Split it, or write fewer aliases");
        }
        if (depth > DEEPEST) {
            throw new Refused(
                    "DOCUMENT_TOO_DEEP",
                    event.getStartMark(),
                    "The document is nested more than %d levels deep".formatted(DEEPEST),
                    "");
        }
    }

    private static void refuseTag(Optional<String> tag, Event event) {
        boolean foreign =
                tag.filter(t -> !t.equals("!") && !t.startsWith("tag:yaml.org,2002:")).isPresent();
        boolean typed = tag.filter(t -> t.contains("/") || t.contains("java")).isPresent();
        if (foreign || typed) {
            throw new Refused(
                    "TAG_CUSTOM",
                    event.getStartMark(),
                    "The tag %s is not allowed".formatted(Scalars.shown(tag.get())),
                    "Write the value without a tag");
        }
    }

    private DocNode anchored(AliasEvent alias) {
        var target = Optional.ofNullable(anchors.get(alias.getAlias()));
        return target.orElseThrow(
                () ->
                        new Refused(
                                "ALIAS_UNKNOWN",
                                alias.getStartMark(),
                                "The alias points at nothing finished before it",
                                "Define the anchor first; a value cannot hold itself"));
    }

    private DocNode copy(DocNode from, Origin to, NodeEvent at, int depth) {
        spend(at, depth);
        if (from instanceof ScalarNode scalar) {
            return new ScalarNode(to, scalar.raw(), scalar.plain());
        }
        if (from instanceof ListNode list) {
            var items = new ArrayList<DocNode>();
            for (DocNode item : list.items()) {
                Origin child = at(to, "[" + items.size() + "]", at);
                items.add(copy(item, child, at, depth + 1));
            }
            return new ListNode(to, items);
        }
        var entries = new LinkedHashMap<String, DocNode>();
        ((MapNode) from)
                .entries()
                .forEach((k, v) -> entries.put(k, copy(v, at(to, k, at), at, depth + 1)));
        return new MapNode(to, entries);
    }

    private static Origin at(Origin parent, String segment, Event event) {
        int line = event.getStartMark().map(m -> m.getLine() + 1).orElse(0);
        int column = event.getStartMark().map(m -> m.getColumn() + 1).orElse(0);
        return parent.child(segment, line, column);
    }
}
