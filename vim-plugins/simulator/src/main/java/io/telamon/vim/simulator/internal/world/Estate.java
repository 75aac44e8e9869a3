/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import io.telamon.simkit.Refusal;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All things of a world and what follows from them: addresses, load, usage. Guarded by its world.
 */
final class Estate {
    private final Map<Kind, Shelf> shelves = new EnumMap<>(Kind.class);
    private final Map<String, Addresses> addresses = new HashMap<>();
    private final Map<String, Set<String>> users = new HashMap<>();
    private final PriorityQueue<Thing> leaving =
            new PriorityQueue<>(Comparator.comparingLong(thing -> thing.born().gone()));
    private final Hosts hosts = new Hosts();
    private final Outside outside = new Outside(this);
    private Usage usage = new Usage(0, 0, 0, 0);
    private long last;

    Estate() {
        for (Kind kind : Kind.values()) {
            shelves.put(kind, new Shelf());
        }
    }

    Shelf shelf(Kind kind) {
        return shelves.get(kind);
    }

    Outside outside() {
        return outside;
    }

    Hosts hosts() {
        return hosts;
    }

    Usage usage() {
        return usage;
    }

    /** The number for the next thing. */
    long next() {
        return last + 1;
    }

    /** Numbers up to here were used. */
    void used(long number) {
        last = Math.max(last, number);
    }

    Stream<Thing> all() {
        return shelves.values().stream().flatMap(shelf -> shelf.all().stream());
    }

    Addresses addresses(String network) {
        return addresses.get(network);
    }

    /** Servers and routers on a network, servers in a security group or with a volume. */
    Set<String> users(String thing) {
        return users.getOrDefault(thing, Set.of());
    }

    /** Takes a thing in; one of the same id is replaced. */
    void enter(Thing thing) {
        shelf(thing.kind()).id(thing.id()).ifPresent(this::leave);
        used(thing.born().number());
        shelf(thing.kind()).put(thing);
        usage = usage.plus(Usage.of(thing));
        if (thing.leaving()) {
            leaving.add(thing);
        }
        outside.use(thing, true);
        Outside.networks(thing).forEach(network -> use(network, thing.id(), true));
        if (thing.kind() == Kind.NETWORK) {
            addresses.computeIfAbsent(
                    thing.id(),
                    any ->
                            new Addresses(
                                    thing.attributes().get("cidr"),
                                    thing.attributes().get("gateway"),
                                    thing.draft().text("pools")));
        } else if (thing.kind() == Kind.SERVER) {
            hosts.use(thing, 1);
            thing.draft().cards().forEach(card -> plug(thing, card, true));
            volumes(thing).forEach(volume -> use(volume, thing.id(), true));
        }
    }

    /** Takes a thing out. */
    void leave(Thing thing) {
        shelf(thing.kind()).remove(thing.id());
        usage = usage.minus(Usage.of(thing));
        if (thing.leaving()) {
            leaving.remove(thing);
        }
        outside.use(thing, false);
        Outside.networks(thing).forEach(network -> use(network, thing.id(), false));
        if (thing.kind() == Kind.SERVER) {
            hosts.use(thing, -1);
            thing.draft().cards().forEach(card -> plug(thing, card, false));
            volumes(thing).forEach(volume -> use(volume, thing.id(), false));
        }
    }

    private void plug(Thing server, Draft.Card card, boolean in) {
        String network = server.attributes().get("network/" + card.name());
        String address = server.attributes().get("address/" + card.name());
        Addresses book = addresses.get(network);
        use(network, server.id(), in);
        for (String group :
                server.attributes().getOrDefault("security/" + card.name(), "").split(",")) {
            use(group, server.id(), in);
        }
        if (book != null && in) {
            book.take(address);
        } else if (book != null) {
            book.give(address);
        }
    }

    private static List<String> volumes(Thing server) {
        return List.of(server.attributes().getOrDefault("volumes", "").split(","));
    }

    private void use(String thing, String server, boolean in) {
        Set<String> members = users.computeIfAbsent(thing, any -> new LinkedHashSet<>());
        if (in) {
            members.add(server);
        } else {
            members.remove(server);
        }
    }

    /** Lets go what has left by now. */
    void settle(long now) {
        while (!leaving.isEmpty() && leaving.peek().gone(now)) {
            drop(leaving.peek());
        }
    }

    /** Takes a thing out for good. */
    void drop(Thing thing) {
        leave(thing);
        addresses.remove(thing.id());
        users.remove(thing.id());
    }

    /** A thing by id, or else by name. */
    Optional<Thing> named(Kind kind, String reference) {
        return shelf(kind).id(reference).or(() -> shelf(kind).name(reference));
    }

    /**
     * A thing that a client refers to.
     *
     * @throws Refusal 400 when it is not there
     */
    Thing referred(Kind kind, String reference) {
        return named(kind, reference)
                .filter(thing -> !thing.leaving())
                .orElseThrow(
                        () ->
                                new Refusal(
                                        400,
                                        "bad-reference",
                                        "There is no %s %s",
                                        kind.path(),
                                        reference));
    }
}
