/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.sol006;

import io.telamon.descriptors.internal.osm.OsmMatches;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ForwardingGraph;
import io.telamon.model.descriptor.ForwardingPath;
import io.telamon.model.descriptor.PathHop;
import io.telamon.model.descriptor.TrafficClassifier;
import io.telamon.model.descriptor.TrafficSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code vnffgd} in both shapes: OSM's ({@code position-desc-id} with {@code cp-profile-id}
 * and {@code match-attributes}) and the standard's ({@code position-desc} with elements).
 */
final class Sol006Forwarding {
    private final MapNode nsd;
    private final Draft draft;

    private record Element(String member, String point) {}

    Sol006Forwarding(MapNode nsd, Draft draft) {
        this.nsd = nsd;
        this.draft = draft;
    }

    List<ForwardingGraph> read() {
        var result = new ArrayList<ForwardingGraph>();
        for (MapNode graph : nsd.maps("vnffgd")) {
            String id = graph.required("id");
            draft.anchor("graph|" + id, graph);
            graph.known("virtual-link-profile-id", "description");
            var elements = elements(graph);
            var paths = new ArrayList<ForwardingPath>();
            for (MapNode path : graph.maps("nfpd")) {
                paths.add(path(path, elements));
            }
            var members = graph.texts("vnf-profile-id");
            result.add(new ForwardingGraph(id, graph.textOr("name", ""), paths, members));
        }
        return result;
    }

    /** Elements of the standard's shape by id: member and connection point. */
    private static Map<String, Element> elements(MapNode graph) {
        var result = new HashMap<String, Element>();
        for (MapNode element : graph.maps("nfp-position-element")) {
            String id = element.required("id");
            var desc = element.map("desc");
            var member =
                    desc.flatMap(d -> d.map("vnf-profile")).map(p -> p.required("vnf-profile-id"));
            var point = desc.flatMap(d -> d.map("vnf")).map(v -> v.required("cpd-id"));
            desc.flatMap(d -> d.map("vnf")).ifPresent(v -> v.known("vnfd-id"));
            if (member.isPresent() && point.isPresent()) {
                result.put(id, new Element(member.get(), point.get()));
            }
        }
        return result;
    }

    private ForwardingPath path(MapNode path, Map<String, Element> elements) {
        String id = path.required("id");
        draft.anchor("path|" + id, path);
        path.known("rule");
        var hops = new ArrayList<PathHop>();
        var classifiers = new ArrayList<TrafficClassifier>();
        for (MapNode position : path.maps("position-desc-id")) {
            position.known("id", "nfp-position-element-id");
            position.maps("cp-profile-id").forEach(p -> profile(p, hops));
            classifiers.addAll(classifiers(position));
        }
        for (MapNode position : path.maps("position-desc")) {
            position.known("id", "forwarding-behaviour", "forwarding-behavior-input-parameters");
            standard(position, elements, hops);
        }
        return new ForwardingPath(
                id,
                path.textOr("name", ""),
                hops.stream().sorted(Comparator.comparingInt(PathHop::order)).toList(),
                classifiers,
                false,
                Optional.empty());
    }

    private static void profile(MapNode profile, List<PathHop> hops) {
        profile.known("id");
        int base = hops.size();
        for (MapNode element : profile.maps("constituent-profile-elements")) {
            element.known("id");
            String ingress = element.required("ingress-constituent-cpd-id");
            hops.add(
                    new PathHop(
                            element.count("order").orElse(base),
                            element.required("constituent-base-element-id"),
                            ingress,
                            element.textOr("egress-constituent-cpd-id", ingress)));
        }
    }

    /** Two neighbouring elements of one member are the way in and the way out. */
    private static void standard(
            MapNode position, Map<String, Element> elements, List<PathHop> hops) {
        int order = hops.stream().mapToInt(h -> h.order() + 1).max().orElse(0);
        var found = new LinkedHashMap<String, PathHop>();
        for (String id : position.texts("nfp-position-element-id")) {
            var element = elements.get(id);
            if (element == null) {
                var text = "There is no nfp-position-element %s".formatted(id);
                position.error("REFERENCE_DANGLING", text, "Add it to the graph");
                continue;
            }
            String member = element.member();
            String point = element.point();
            found.merge(
                    member,
                    new PathHop(order, member, point, point),
                    (in, out) -> new PathHop(order, member, in.ingress(), out.egress()));
        }
        hops.addAll(found.values());
    }

    private static List<TrafficClassifier> classifiers(MapNode position) {
        var result = new ArrayList<TrafficClassifier>();
        for (MapNode match : position.maps("match-attributes")) {
            var source =
                    TrafficSource.member(
                            match.required("constituent-base-element-id"),
                            match.required("constituent-cpd-id"));
            var matches = OsmMatches.read(List.of(match));
            result.add(new TrafficClassifier(match.required("id"), source, matches));
        }
        return result;
    }
}
