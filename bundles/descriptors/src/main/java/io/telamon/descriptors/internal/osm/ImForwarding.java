/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads forwarding graphs of OSM's information model: {@code vnffgd} with rsp and classifier. */
final class ImForwarding {
    private final MapNode nsd;
    private final Draft draft;
    private final Map<String, String> vnfdOfMember;

    ImForwarding(MapNode nsd, Draft draft, Map<String, String> vnfdOfMember) {
        this.nsd = nsd;
        this.draft = draft;
        this.vnfdOfMember = vnfdOfMember;
    }

    List<ForwardingGraph> read() {
        var result = new ArrayList<ForwardingGraph>();
        for (MapNode graph : nsd.maps("vnffgd")) {
            String id = graph.required("id");
            draft.anchor("graph|" + id, graph);
            graph.known("short-name", "description", "vendor", "version");
            var classifiers = classifiers(graph);
            var paths = new ArrayList<ForwardingPath>();
            for (MapNode path : graph.maps("rsp")) {
                paths.add(path(path, classifiers));
            }
            var members = new LinkedHashSet<String>();
            paths.forEach(p -> p.hops().forEach(h -> members.add(h.memberIndex())));
            String name = graph.textOr("name", "");
            result.add(new ForwardingGraph(id, name, paths, List.copyOf(members)));
        }
        return result;
    }

    private ForwardingPath path(MapNode path, Map<String, List<TrafficClassifier>> classifiers) {
        String id = path.required("id");
        draft.anchor("path|" + id, path);
        var hops = new ArrayList<PathHop>();
        for (MapNode hop : path.maps("vnfd-connection-point-ref")) {
            hops.add(hop(hop, hops.size()));
        }
        return new ForwardingPath(
                id,
                path.textOr("name", ""),
                hops.stream().sorted(Comparator.comparingInt(PathHop::order)).toList(),
                classifiers.getOrDefault(id, List.of()),
                false,
                Optional.empty());
    }

    private PathHop hop(MapNode hop, int otherwise) {
        String member = hop.required("member-vnf-index-ref");
        OsmReferences.member(hop, member, vnfdOfMember);
        var old = hop.text("vnfd-connection-point-ref");
        var ingress = hop.text("vnfd-ingress-connection-point-ref").or(() -> old);
        var egress = hop.text("vnfd-egress-connection-point-ref").or(() -> ingress);
        if (ingress.isEmpty()) {
            hop.required("vnfd-ingress-connection-point-ref");
        }
        return new PathHop(
                hop.count("order").orElse(otherwise),
                member,
                ingress.orElse(""),
                egress.orElse(""));
    }

    private Map<String, List<TrafficClassifier>> classifiers(MapNode graph) {
        var result = new HashMap<String, List<TrafficClassifier>>();
        var paths = graph.maps("rsp").stream().map(p -> p.textOr("id", "")).toList();
        for (MapNode node : graph.maps("classifier")) {
            String path = node.required("rsp-id-ref");
            if (!paths.contains(path)) {
                var text = "There is no rsp with the id %s".formatted(path);
                node.error("REFERENCE_DANGLING", text, "Correct rsp-id-ref");
            }
            String member = node.required("member-vnf-index-ref");
            OsmReferences.member(node, member, vnfdOfMember);
            node.known("name");
            var source = TrafficSource.member(member, node.required("vnfd-connection-point-ref"));
            var matches = OsmMatches.read(node.maps("match-attributes"));
            result.computeIfAbsent(path, p -> new ArrayList<>())
                    .add(new TrafficClassifier(node.required("id"), source, matches));
        }
        return result;
    }
}
