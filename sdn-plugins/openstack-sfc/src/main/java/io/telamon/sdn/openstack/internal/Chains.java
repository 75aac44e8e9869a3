/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.openstack.Marks;
import io.telamon.sdn.spi.ChainObservation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Port chains in neutron's words and in those of the SPI. */
final class Chains {
    private Chains() {}

    static ObjectNode draft(
            ChainSpec chain, RequestToken token, List<String> groups, List<String> classifiers) {
        ObjectNode draft = Sfc.draft().put("name", chain.name());
        draft.put("description", Marks.of(token));
        groups.forEach(draft.putArray(Kind.GROUP.fields())::add);
        classifiers.forEach(draft.putArray(Kind.CLASSIFIER.fields())::add);
        draft.putObject("chain_parameters")
                .put("correlation", "mpls")
                .put("symmetric", chain.symmetric());
        return draft;
    }

    /** What must be told to a chain to make it this one; empty when it is. */
    static ObjectNode difference(
            JsonNode chain, String name, List<String> groups, List<String> classifiers) {
        ObjectNode draft = Sfc.draft();
        if (!name.equals(chain.path("name").asText())) {
            draft.put("name", name);
        }
        if (!groups.equals(Sfc.ids(chain, Kind.GROUP))) {
            groups.forEach(draft.putArray(Kind.GROUP.fields())::add);
        }
        if (!Set.copyOf(classifiers).equals(Set.copyOf(Sfc.ids(chain, Kind.CLASSIFIER)))) {
            classifiers.forEach(draft.putArray(Kind.CLASSIFIER.fields())::add);
        }
        return draft;
    }

    static ObjectNode passing(List<String> groups) {
        ObjectNode draft = Sfc.draft();
        groups.forEach(draft.putArray(Kind.GROUP.fields())::add);
        return draft;
    }

    /**
     * What a chain must pass for a moment before it may be told its new groups: networking-sfc
     * gives a group that stays in a chain its old position, whatever the new list says, so that a
     * group that moves must leave first.
     */
    static List<List<String>> stepsTo(List<String> groups, List<String> old) {
        List<String> still = new ArrayList<>();
        for (int i = 0; i < Math.min(groups.size(), old.size()); i++) {
            if (groups.get(i).equals(old.get(i))) {
                still.add(groups.get(i));
            }
        }
        if (groups.stream().filter(old::contains).allMatch(still::contains)) {
            return List.of();
        }
        if (!still.isEmpty()) {
            return List.of(still);
        }
        String last = groups.get(groups.size() - 1);
        return old.stream()
                .filter(one -> !groups.contains(one))
                .findFirst()
                .map(leaving -> List.of(List.of(leaving)))
                .orElseGet(() -> List.of(List.of(last), groups.subList(0, groups.size() - 1)));
    }

    static ChainObservation missing(Handle handle) {
        return new ChainObservation(handle.value(), "", ResourceState.MISSING, Map.of());
    }

    /** A chain as it is; neutron has no state for it, but functions may have been taken out. */
    static ChainObservation seen(JsonNode chain, List<JsonNode> groups) {
        Map<String, JsonNode> byId =
                groups.stream().collect(Collectors.toMap(Sfc::id, Function.identity()));
        String token = Marks.read(chain.path("description").asText());
        List<String> ids = Sfc.ids(chain, Kind.GROUP);
        Map<String, String> attributes = new HashMap<>();
        int hops = 0;
        for (int position = 0; position < ids.size(); position++) {
            JsonNode group = byId.get(ids.get(position));
            int pairs = group == null ? 0 : Sfc.ids(group, Kind.PAIR).size();
            hops += pairs;
            if (pairs == 0) {
                attributes.putIfAbsent(
                        "fault",
                        "No function is left at position %d (port pair group %s); the chain stops there"
                                .formatted(position, ids.get(position)));
            }
        }
        attributes.put("name", chain.path("name").asText());
        attributes.put("port-chain", Sfc.id(chain));
        attributes.put("chain-id", chain.path("chain_id").asText());
        attributes.put("positions", Integer.toString(ids.size()));
        attributes.put("hops", Integer.toString(hops));
        attributes.put("classifiers", Integer.toString(Sfc.ids(chain, Kind.CLASSIFIER).size()));
        ChainHandle handle =
                new ChainHandle(Sfc.id(chain), token.isEmpty() ? null : new RequestToken(token));
        ResourceState state =
                attributes.containsKey("fault") ? ResourceState.ERROR : ResourceState.ACTIVE;
        return new ChainObservation(handle.toString(), token, state, attributes);
    }

    /** Tokens of parts that belong to no chain, each as a chain that is broken. */
    static Stream<ChainObservation> orphans(
            List<JsonNode> chains,
            List<JsonNode> groups,
            List<JsonNode> pairs,
            List<JsonNode> classifiers) {
        Set<String> used = new HashSet<>();
        for (JsonNode chain : chains) {
            used.addAll(Sfc.ids(chain, Kind.GROUP));
            used.addAll(Sfc.ids(chain, Kind.CLASSIFIER));
        }
        groups.forEach(group -> used.addAll(Sfc.ids(group, Kind.PAIR)));
        List<JsonNode> parts = new ArrayList<>(groups);
        parts.addAll(pairs);
        parts.addAll(classifiers);
        Set<String> tokens = new TreeSet<>();
        parts.stream()
                .filter(part -> !used.contains(Sfc.id(part)))
                .map(part -> Marks.read(part.path("description").asText()))
                .forEach(tokens::add);
        tokens.remove("");
        chains.forEach(chain -> tokens.remove(Marks.read(chain.path("description").asText())));
        return tokens.stream().map(Chains::orphan);
    }

    private static ChainObservation orphan(String token) {
        return new ChainObservation(
                new ChainHandle("-", new RequestToken(token)).toString(),
                token,
                ResourceState.ERROR,
                Map.of("fault", "Parts of a chain that was never finished or not wholly removed"));
    }
}
