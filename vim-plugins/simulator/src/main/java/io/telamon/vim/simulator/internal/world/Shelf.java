/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The things of one kind, oldest first, found by id, token and name. Guarded by its world. */
final class Shelf {
    private final Map<String, Thing> byId = new HashMap<>();
    private final TreeMap<Long, Thing> byNumber = new TreeMap<>();
    private final Map<String, Map<String, Thing>> byToken = new HashMap<>();
    private final Map<String, Map<String, Thing>> byName = new HashMap<>();

    /** Puts a thing in; one of the same id is replaced. */
    void put(Thing thing) {
        remove(thing.id());
        byId.put(thing.id(), thing);
        byNumber.put(thing.born().number(), thing);
        if (!thing.token().isEmpty()) {
            index(byToken, thing.token(), thing);
        }
        index(byName, thing.draft().name(), thing);
    }

    private static void index(Map<String, Map<String, Thing>> index, String key, Thing thing) {
        index.computeIfAbsent(key, any -> new LinkedHashMap<>()).put(thing.id(), thing);
    }

    void remove(String id) {
        Thing old = byId.remove(id);
        if (old != null) {
            byNumber.remove(old.born().number());
            unindex(byToken, old.token(), id);
            unindex(byName, old.draft().name(), id);
        }
    }

    private static void unindex(Map<String, Map<String, Thing>> index, String key, String id) {
        index.computeIfPresent(
                key,
                (any, things) -> {
                    things.remove(id);
                    return things.isEmpty() ? null : things;
                });
    }

    Optional<Thing> id(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The oldest of this token; one that stays is preferred to one that leaves. */
    Optional<Thing> token(String token) {
        return oldest(byToken.getOrDefault(token, Map.of()).values());
    }

    /** The oldest of this name; one that stays is preferred to one that leaves. */
    Optional<Thing> name(String name) {
        return oldest(byName.getOrDefault(name, Map.of()).values());
    }

    private static Optional<Thing> oldest(Collection<Thing> things) {
        return things.stream()
                .min(
                        (a, b) ->
                                a.leaving() == b.leaving()
                                        ? Long.compare(a.born().number(), b.born().number())
                                        : Boolean.compare(a.leaving(), b.leaving()));
    }

    /** All with a number above this one. */
    NavigableMap<Long, Thing> after(long number) {
        return byNumber.tailMap(number, false);
    }

    Collection<Thing> all() {
        return byNumber.values();
    }

    int size() {
        return byId.size();
    }

    /** Tokens that more than one thing carries, with the ids. */
    Map<String, Collection<String>> duplicates() {
        Map<String, Collection<String>> result = new TreeMap<>();
        byToken.forEach(
                (token, things) -> {
                    if (things.size() > 1) {
                        result.put(token, things.keySet());
                    }
                });
        return result;
    }
}
