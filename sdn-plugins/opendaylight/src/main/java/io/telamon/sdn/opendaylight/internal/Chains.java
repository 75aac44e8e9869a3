/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.ResourceState;
import io.telamon.sdn.spi.ChainObservation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The chains of one controller. The id of a chain is its request token. */
final class Chains {
    private static final String ALL =
            "/opendaylight-inventory:nodes?content=config&fields=node(id;"
                    + "flow-node-inventory:description;flow-node-inventory:table(id;flow(id)))";

    private final Restconf restconf;
    private final FabricReader fabric;
    private final AccountSettings settings;
    private final Clock clock;
    private final Judge judge;

    Chains(Restconf restconf, AccountSettings settings, Clock clock) {
        this.restconf = restconf;
        this.fabric = new FabricReader(restconf, settings);
        this.settings = settings;
        this.clock = clock;
        this.judge = new Judge(clock);
    }

    ChainObservation create(ChainSpec chain, String token) {
        String what = "Create chain " + chain.name();
        Optional<Marker> there = marker(what, token);
        if (there.filter(marker -> marker.state() == Marker.State.WHOLE).isPresent()) {
            ChainObservation seen = observe(there.get());
            if (seen.state() == ResourceState.ACTIVE || seen.state() == ResourceState.BUILDING) {
                return seen;
            }
        }
        return change(what, chain, there.orElseGet(() -> nothing(token)));
    }

    private Marker nothing(String token) {
        return new Marker(token, "", Marker.State.NEW, clock.instant(), Marker.Parts.none());
    }

    private ChainObservation change(String what, ChainSpec chain, Marker from) {
        Mark mark = new Mark(from.token());
        Rendering wanted = new Renderer(chain, mark, fabric.read(what), settings).render();
        List<Patch> patches =
                new Change(mark, chain.name(), from, settings).to(wanted, clock.instant());
        apply(what, patches);
        return observed(what, from.token());
    }

    private void apply(String what, List<Patch> patches) {
        patches.forEach(patch -> restconf.patch(what, patch.edits()));
    }

    ChainObservation update(String token, ChainSpec to) {
        String what = "Update chain " + to.name();
        Marker from =
                marker(what, token)
                        .orElseThrow(
                                () ->
                                        new TelamonException(
                                                ErrorCode.VIM_NOT_FOUND,
                                                "%s: the controller does not know it (%s)",
                                                what,
                                                token));
        return change(what, to, from);
    }

    /** What was begun long ago and never finished is removed: nobody will finish it. */
    Optional<ChainObservation> find(String token) {
        String what = "Find chain " + token;
        Optional<Marker> marker = marker(what, token);
        if (marker.isPresent() && marker.get().state() == Marker.State.NEW) {
            boolean old = clock.instant().isAfter(marker.get().written().plus(settings.settle()));
            if (old) {
                remove(what, marker.get());
            }
            return Optional.empty();
        }
        return marker.map(this::observe).filter(Chains::isThere);
    }

    private static boolean isThere(ChainObservation seen) {
        return seen.state() != ResourceState.MISSING;
    }

    ChainObservation observe(String token) {
        return observed("Observe chain " + token, token);
    }

    private ChainObservation observed(String what, String token) {
        return marker(what, token)
                .map(this::observe)
                .orElseGet(() -> new ChainObservation(token, "", ResourceState.MISSING, Map.of()));
    }

    private ChainObservation observe(Marker marker) {
        long cookie = marker.mark().cookie();
        return judge.observe(
                marker,
                new Judge.Sources(
                        node -> SwitchFlows.read(restconf, node, cookie, Mark.CHAIN_MASK),
                        new Store("Observe chain " + marker.name())::flows));
    }

    /** All chains; one call, and one for each switch that has flows of ours. */
    List<ChainObservation> list() {
        Map<String, Optional<SwitchFlows>> switches = new HashMap<>();
        Store store = new Store("List chains");
        Judge.Sources sources =
                new Judge.Sources(
                        node ->
                                switches.computeIfAbsent(
                                        node,
                                        one ->
                                                SwitchFlows.read(
                                                        restconf, one, Mark.OURS, Mark.OURS_MASK)),
                        store::flows);
        return store.markers().stream()
                .map(marker -> judge.observe(marker, sources))
                .filter(Chains::isThere)
                .toList();
    }

    void delete(String token) {
        String what = "Delete chain " + token;
        Optional<Marker> marker = marker(what, token);
        if (marker.isPresent()) {
            remove(what, marker.get());
        } else {
            removeFlowsWithoutMarker(what, token);
        }
    }

    private void remove(String what, Marker marker) {
        Mark mark = marker.mark();
        apply(what, new Change(mark, marker.name(), marker, settings).toNothing(clock.instant()));
    }

    /** Somebody removed our note; what carries the token is still ours. */
    private void removeFlowsWithoutMarker(String what, String token) {
        String ids = new Mark(token).flowIds();
        Patch patch = new Patch();
        for (StoredFlow flow : new Store(what).all()) {
            if (flow.id().startsWith(ids)) {
                patch.removeFlow(flow.node(), flow.table(), flow.id());
            }
        }
        if (!patch.isEmpty()) {
            apply(what, List.of(patch));
        }
    }

    private Optional<Marker> marker(String what, String token) {
        return restconf.get(what, Marker.path(token) + "?content=config")
                .map(answer -> answer.path("opendaylight-inventory:node").path(0))
                .filter(node -> !node.isMissingNode())
                .map(Marker::parse);
    }

    private record StoredFlow(String node, int table, String id) {}

    /** The controller's store, read once when first needed. */
    private final class Store {
        private final String what;
        private JsonNode nodes;
        private Map<String, Set<String>> ids;

        Store(String what) {
            this.what = what;
        }

        private JsonNode nodes() {
            if (nodes == null) {
                nodes =
                        restconf.get(what, ALL)
                                .map(answer -> answer.at("/opendaylight-inventory:nodes/node"))
                                .orElse(JsonNodeFactory.instance.arrayNode());
            }
            return nodes;
        }

        List<Marker> markers() {
            List<Marker> markers = new ArrayList<>();
            for (JsonNode node : nodes()) {
                if (Marker.isOne(node)) {
                    markers.add(Marker.parse(node));
                }
            }
            return markers;
        }

        List<StoredFlow> all() {
            List<StoredFlow> all = new ArrayList<>();
            for (JsonNode node : nodes()) {
                for (JsonNode table : node.path("flow-node-inventory:table")) {
                    for (JsonNode flow : table.path("flow")) {
                        all.add(
                                new StoredFlow(
                                        node.path("id").asText(),
                                        table.path("id").asInt(),
                                        flow.path("id").asText()));
                    }
                }
            }
            return all;
        }

        /** Ids of the flows on a switch. */
        Set<String> flows(String node) {
            if (ids == null) {
                ids =
                        all().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                StoredFlow::node,
                                                Collectors.mapping(
                                                        StoredFlow::id, Collectors.toSet())));
            }
            return ids.getOrDefault(node, Set.of());
        }
    }
}
