/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.RequestToken;
import io.telamon.openstack.Marks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The groups of a path. Neutron has one pair for two ports, and a pair is in one group; so what
 * another chain made is used, and what contradicts another chain is refused. What an earlier try
 * left is used as well: making a path twice makes it once.
 */
final class Paths {
    private final Sfc sfc;

    Paths(Sfc sfc) {
        this.sfc = sfc;
    }

    /**
     * One path as it shall be.
     *
     * @param what what for, in words
     * @param name of the chain, from which its parts have theirs
     * @param token marks what is made
     * @param own groups that may be changed: those of the chain
     */
    record Order(String what, String name, RequestToken token, List<String> own) {}

    /** Ids of the groups, one for each position. */
    List<String> make(Order order, List<List<Hop>> positions) {
        Map<Hop, String> pairs = pairs(order, positions.stream().flatMap(List::stream).toList());
        List<Set<String>> wanted = new ArrayList<>();
        for (List<Hop> hops : positions) {
            Set<String> ids = new LinkedHashSet<>();
            hops.forEach(hop -> ids.add(pairs.get(hop)));
            wanted.add(ids);
        }
        return groups(order, wanted);
    }

    private Map<Hop, String> pairs(Order order, List<Hop> hops) {
        Map<Hop, String> known = new HashMap<>();
        Set<String> ports = new LinkedHashSet<>();
        hops.forEach(hop -> ports.add(hop.ingress()));
        for (JsonNode pair : sfc.with(order.what(), Kind.PAIR, "ingress", ports)) {
            known.put(hop(pair), Sfc.id(pair));
        }
        for (Hop hop : hops) {
            if (!known.containsKey(hop)) {
                known.put(hop, pair(order, hop));
            }
        }
        return known;
    }

    private static Hop hop(JsonNode pair) {
        return new Hop(pair.path("ingress").asText(), pair.path("egress").asText());
    }

    private String pair(Order order, Hop hop) {
        ObjectNode draft = part(order).put("ingress", hop.ingress()).put("egress", hop.egress());
        try {
            return Sfc.id(sfc.make(order.what(), Kind.PAIR, draft));
        } catch (TelamonException e) {
            if (e.code() != ErrorCode.VIM_REJECTED) {
                throw e;
            }
            return sfc.with(order.what(), Kind.PAIR, "ingress", List.of(hop.ingress())).stream()
                    .filter(pair -> hop(pair).equals(hop))
                    .map(Sfc::id)
                    .findFirst()
                    .orElseThrow(() -> early(order, hop, e));
        }
    }

    /** Neutron makes pairs of ports that a server has; before that, it is to be tried again. */
    private TelamonException early(Order order, Hop hop, TelamonException refused) {
        List<String> query = List.of("id", hop.ingress(), "id", hop.egress());
        for (JsonNode port : sfc.ports(order.what(), query)) {
            if (port.path("device_id").asText().isEmpty()) {
                return new TelamonException(
                        ErrorCode.VIM_UNAVAILABLE,
                        refused,
                        "%s: port %s is on no server yet; waiting for its server",
                        order.what(),
                        Sfc.id(port));
            }
        }
        return refused;
    }

    private static ObjectNode part(Order order) {
        return Sfc.draft().put("name", order.name()).put("description", Marks.of(order.token()));
    }

    private List<String> groups(Order order, List<Set<String>> wanted) {
        List<JsonNode> known = sfc.list(order.what(), Kind.GROUP);
        List<JsonNode> chosen = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Set<String> pairs : wanted) {
            JsonNode group = best(order, known, pairs, taken);
            chosen.add(group);
            if (group != null) {
                taken.add(Sfc.id(group));
            }
        }
        release(order, known, chosen, wanted);
        List<String> ids = new ArrayList<>();
        for (int position = 0; position < wanted.size(); position++) {
            ids.add(fill(order, chosen.get(position), wanted.get(position)));
        }
        return ids;
    }

    /** The group that has these pairs, else one of our own that is most like it, else none. */
    private JsonNode best(Order order, List<JsonNode> known, Set<String> pairs, Set<String> taken) {
        JsonNode best = null;
        int most = 0;
        for (JsonNode group : known) {
            Set<String> has = new HashSet<>(Sfc.ids(group, Kind.PAIR));
            if (has.equals(pairs)) {
                return group;
            }
            has.retainAll(pairs);
            if (!has.isEmpty() && !isOwn(order, group)) {
                throw contradiction(order, group);
            }
            if (has.size() > most && !taken.contains(Sfc.id(group))) {
                best = group;
                most = has.size();
            }
        }
        return best;
    }

    private static boolean isOwn(Order order, JsonNode group) {
        return order.own().contains(Sfc.id(group)) || Sfc.isMarked(group, order.token());
    }

    /**
     * Another chain's group is to be left alone; a group without chain is about to go or to be
     * used.
     */
    private TelamonException contradiction(Order order, JsonNode group) {
        for (JsonNode chain : sfc.list(order.what(), Kind.CHAIN)) {
            if (Sfc.ids(chain, Kind.GROUP).contains(Sfc.id(group))) {
                return new TelamonException(
                        ErrorCode.VIM_REJECTED,
                        "%s: chain %s shares the load of a function differently (port pair group %s);"
                                + " on one cloud a function is in one group only: let both paths pass"
                                + " the same functions at that position",
                        order.what(),
                        chain.path("name").asText(),
                        Sfc.id(group));
            }
        }
        return new TelamonException(
                ErrorCode.VIM_UNAVAILABLE,
                "%s: port pair group %s has a function of this path and belongs to no chain; waiting"
                        + " for whoever makes or removes it",
                order.what(),
                Sfc.id(group));
    }

    /** A pair must leave its old group before it can join another. */
    private void release(
            Order order, List<JsonNode> known, List<JsonNode> chosen, List<Set<String>> wanted) {
        for (JsonNode group : known) {
            int position = chosen.indexOf(group);
            Set<String> elsewhere = new HashSet<>();
            wanted.forEach(elsewhere::addAll);
            if (position >= 0) {
                elsewhere.removeAll(wanted.get(position));
            }
            List<String> has = Sfc.ids(group, Kind.PAIR);
            List<String> stay = has.stream().filter(pair -> !elsewhere.contains(pair)).toList();
            if (stay.size() < has.size()) {
                put(order, Sfc.id(group), stay);
            }
        }
    }

    private String fill(Order order, JsonNode group, Set<String> pairs) {
        if (group != null) {
            if (!pairs.equals(Set.copyOf(Sfc.ids(group, Kind.PAIR)))) {
                put(order, Sfc.id(group), pairs);
            }
            return Sfc.id(group);
        }
        ObjectNode draft = part(order);
        pairs.forEach(draft.putArray(Kind.PAIR.fields())::add);
        try {
            return Sfc.id(sfc.make(order.what(), Kind.GROUP, draft));
        } catch (TelamonException e) {
            return switch (e.code()) {
                case VIM_NOT_FOUND -> throw Hints.lost(order.what(), e);
                case VIM_REJECTED -> same(order, pairs).orElseThrow(() -> e);
                default -> throw e;
            };
        }
    }

    /** The group of these pairs, when another chain was quicker to make it. */
    private Optional<String> same(Order order, Set<String> pairs) {
        return sfc.list(order.what(), Kind.GROUP).stream()
                .filter(group -> pairs.equals(Set.copyOf(Sfc.ids(group, Kind.PAIR))))
                .map(Sfc::id)
                .findFirst();
    }

    private void put(Order order, String group, Collection<String> pairs) {
        ObjectNode draft = Sfc.draft();
        ArrayNode array = draft.putArray(Kind.PAIR.fields());
        pairs.forEach(array::add);
        sfc.change(order.what(), Kind.GROUP, group, draft);
    }
}
