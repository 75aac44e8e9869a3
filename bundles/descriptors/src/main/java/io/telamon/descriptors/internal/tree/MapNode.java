/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A map of values, read by key. A key may carry a YANG module prefix ({@code nsd:vld}) that the
 * asker leaves out. Every reader marks what it read; a value of the wrong type is reported where it
 * stands and taken as absent.
 */
public final class MapNode extends DocNode {
    private static final Pattern PREFIXED = Pattern.compile("[A-Za-z][\\w-]*:[\\w-]+");

    private static final long LARGEST_SIZE = 1_000_000_000;

    private final Map<String, DocNode> entries;
    private final Map<String, DocNode> byLocalName = new LinkedHashMap<>();

    MapNode(Origin origin, Map<String, DocNode> entries) {
        super(origin);
        this.entries = entries;
        entries.forEach((key, value) -> byLocalName.putIfAbsent(localName(key), value));
    }

    private static String localName(String key) {
        boolean prefixed = PREFIXED.matcher(key).matches();
        return prefixed ? key.substring(key.indexOf(':') + 1) : key;
    }

    /** Returns the keys as written, in order. */
    public Set<String> keys() {
        return entries.keySet();
    }

    /** Tells whether there is such a key. */
    public boolean has(String key) {
        return get(key).isPresent();
    }

    /** Returns the value without marking it as read. */
    public Optional<DocNode> get(String key) {
        DocNode exact = entries.get(key);
        return Optional.ofNullable(exact != null ? exact : byLocalName.get(key));
    }

    /** Returns the text of a scalar. */
    public Optional<String> text(String key) {
        return get(key).flatMap(n -> Scalars.text(n, key));
    }

    /** Returns the text of a scalar, or the empty text. */
    public String textOr(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    /** Returns the text of a scalar that has to be there; reports it when it is not. */
    public String required(String key) {
        var found = text(key).map(String::strip).filter(t -> !t.isEmpty());
        if (found.isEmpty()) {
            error("FIELD_MISSING", "%s is missing here".formatted(key), "Add " + key);
        }
        return found.orElse("");
    }

    /** Returns a whole number of up to 32 bits. */
    public Optional<Integer> integer(String key) {
        return bounded(key, Integer.MIN_VALUE, Integer.MAX_VALUE).map(Math::toIntExact);
    }

    /** Returns a whole number of up to 64 bits. */
    public Optional<Long> longNumber(String key) {
        return bounded(key, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Returns a whole number that is not negative; a negative one is reported. */
    public Optional<Integer> count(String key) {
        return bounded(key, 0, Integer.MAX_VALUE).map(Math::toIntExact);
    }

    /** Returns a number with a fraction. */
    public Optional<Double> decimal(String key) {
        return get(key).flatMap(n -> Scalars.decimal(n, key));
    }

    /** Returns a size that is not negative and not beyond reason; another one is reported. */
    public Optional<Double> size(String key) {
        var value = decimal(key);
        if (value.filter(v -> v < 0 || v > LARGEST_SIZE).isPresent()) {
            get(key).ifPresent(
                            n ->
                                    n.error(
                                            "VALUE_RANGE",
                                            "%s is out of range".formatted(key),
                                            "Use a number from 0 to %d".formatted(LARGEST_SIZE)));
            return Optional.empty();
        }
        return value;
    }

    /** Returns a boolean. */
    public Optional<Boolean> flag(String key) {
        return get(key).flatMap(n -> Scalars.flag(n, key));
    }

    /** Returns one of the constants of an enumeration, found by a function. */
    public <T> Optional<T> choice(String key, Function<String, Optional<T>> parse) {
        return text(key).flatMap(t -> known(key, t, parse.apply(t)));
    }

    /** Returns a map below a key. */
    public Optional<MapNode> map(String key) {
        return get(key).flatMap(n -> n.asMap(key));
    }

    /** Returns the maps of a list; a single map counts as a list of one. */
    public List<MapNode> maps(String key) {
        var result = new ArrayList<MapNode>();
        for (DocNode item : items(key)) {
            item.asMap(key).ifPresent(result::add);
        }
        return result;
    }

    /** Returns the scalars of a list; a single scalar counts as a list of one. */
    public List<String> texts(String key) {
        var result = new ArrayList<String>();
        for (DocNode item : items(key)) {
            Scalars.text(item, key).ifPresent(result::add);
        }
        return result;
    }

    /** Returns the values of a list; a single value counts as a list of one. */
    public List<DocNode> items(String key) {
        var found = get(key);
        found.ifPresent(DocNode::read);
        return found.map(n -> n instanceof ListNode list ? list.items() : Scalars.single(n))
                .orElse(List.of());
    }

    /** Returns all entries as text, for maps with free keys. */
    public Map<String, String> textEntries() {
        var result = new LinkedHashMap<String, String>();
        read();
        entries.forEach(
                (key, value) -> Scalars.text(value, key).ifPresent(text -> result.put(key, text)));
        return result;
    }

    /** Returns the entries whose values are maps, for maps with free keys. */
    public Map<String, MapNode> mapEntries() {
        var result = new LinkedHashMap<String, MapNode>();
        read();
        entries.forEach((key, value) -> value.asMap(key).ifPresent(m -> result.put(key, m)));
        return result;
    }

    /** Replaces values, for functions inside a document such as {@code get_input}. */
    void replaceEntries(UnaryOperator<DocNode> replacement) {
        entries.replaceAll((key, value) -> replacement.apply(value));
        entries.forEach((key, value) -> byLocalName.put(localName(key), value));
    }

    /** Returns the values as they are. */
    public Map<String, DocNode> entries() {
        return entries;
    }

    /** Notes that what is below these keys was looked at and needs nothing more. */
    public void known(String... keys) {
        for (String key : keys) {
            get(key).ifPresent(DocNode::readAll);
        }
    }

    @Override
    public void readAll() {
        read();
        entries.values().forEach(DocNode::readAll);
    }

    private Optional<Long> bounded(String key, long least, long most) {
        return get(key).flatMap(n -> Scalars.whole(n, key, least, most));
    }

    private <T> Optional<T> known(String key, String text, Optional<T> value) {
        if (value.isEmpty()) {
            get(key).ifPresent(
                            n ->
                                    n.error(
                                            "VALUE_UNKNOWN",
                                            "%s cannot be %s".formatted(key, Scalars.shown(text)),
                                            "Use one of the values of the descriptor language"));
        }
        return value;
    }
}
