/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ForwardingGraph;
import io.telamon.model.descriptor.ForwardingPath;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.PathHop;
import io.telamon.model.descriptor.TrafficClassifier;
import io.telamon.model.descriptor.VnfMember;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a forwarding graph template of Tacker. It names VNFs without describing a service, so it
 * becomes a service whose members are those VNFs and that has no links of its own.
 */
final class TackerGraph {
    private final MapNode document;
    private final Draft draft;
    private final Map<String, Template> templates;

    TackerGraph(MapNode document, Draft draft) {
        this.document = document;
        this.draft = draft;
        this.templates = TackerReader.templates(document);
    }

    NsDescriptor read() {
        draft.anchor("ns", document);
        var graphs = new ArrayList<ForwardingGraph>();
        var groups =
                document.map("topology_template")
                        .flatMap(t -> t.map("groups"))
                        .map(MapNode::mapEntries)
                        .orElse(Map.of());
        groups.forEach((name, group) -> graphs.add(graph(name, group)));
        if (graphs.isEmpty()) {
            document.error("FIELD_MISSING", "There is no tosca.groups.nfv.VNFFG", "Add one");
        }
        var names = new LinkedHashSet<String>();
        graphs.forEach(g -> names.addAll(g.memberIndexes()));
        graphs.forEach(
                g -> g.paths().forEach(p -> p.hops().forEach(h -> names.add(h.memberIndex()))));
        var members =
                names.stream()
                        .map(
                                n ->
                                        new VnfMember(
                                                n,
                                                n,
                                                Optional.empty(),
                                                Optional.empty(),
                                                List.of()))
                        .toList();
        return NsDescriptor.builder(TackerReader.info(document))
                .members(members)
                .forwardingGraphs(graphs)
                .build();
    }

    private ForwardingGraph graph(String name, MapNode group) {
        draft.anchor("graph|" + name, group);
        group.required("type");
        group.known("description");
        var properties = group.map("properties");
        properties.ifPresent(
                p ->
                        p.known(
                                "vendor",
                                "version",
                                "number_of_endpoints",
                                "dependent_virtual_link",
                                "connection_point"));
        var paths = new ArrayList<ForwardingPath>();
        for (String member : group.texts("members")) {
            Template template = templates.get(member);
            if (template == null) {
                var text = "There is no node template %s".formatted(member);
                group.error("REFERENCE_DANGLING", text, "Add the forwarding path");
            } else {
                paths.add(path(template));
            }
        }
        var members = properties.map(p -> p.texts("constituent_vnfs")).orElse(List.of());
        return new ForwardingGraph(name, "", paths, members);
    }

    private ForwardingPath path(Template template) {
        draft.anchor("path|" + template.name(), template.node());
        var properties = template.properties();
        properties.ifPresent(p -> p.known("id"));
        var policy = properties.flatMap(p -> p.map("policy"));
        policy.ifPresent(p -> p.known("type"));
        var classifiers = new ArrayList<TrafficClassifier>();
        for (MapNode node : policy.map(p -> p.maps("criteria")).orElse(List.of())) {
            classifiers.add(TackerClassifier.read(node, classifiers.size()));
        }
        return new ForwardingPath(
                template.name(),
                "",
                hops(properties.map(p -> p.maps("path")).orElse(List.of())),
                classifiers,
                properties.flatMap(p -> p.flag("symmetrical")).orElse(false),
                properties.flatMap(p -> p.text("correlation")));
    }

    /** A VNF named twice in a row is entered at the first point and left at the second. */
    private static List<PathHop> hops(List<MapNode> nodes) {
        var result = new ArrayList<PathHop>();
        for (MapNode node : nodes) {
            String member = node.required("forwarder");
            String point = node.required("capability");
            node.known("sfc_encap");
            int last = result.size() - 1;
            if (last >= 0 && result.get(last).memberIndex().equals(member)) {
                PathHop in = result.get(last);
                result.set(last, new PathHop(last, member, in.ingress(), point));
            } else {
                result.add(new PathHop(last + 1, member, point, point));
            }
        }
        return result;
    }
}
