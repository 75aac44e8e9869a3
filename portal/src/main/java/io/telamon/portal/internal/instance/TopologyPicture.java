/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.portal.internal.instance;

import static io.telamon.portal.internal.app.Texts.or;
import static io.telamon.portal.internal.app.Texts.t;

import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.northbound.api.NsView;
import io.telamon.northbound.api.ResourceView;
import io.telamon.portal.internal.widget.Graph;
import io.telamon.portal.internal.widget.Tone;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns the records of a service into layers: service, members, machines, connection points, links,
 * chains. Images and flavors stay out; the resources tab has them.
 */
final class TopologyPicture {
    private static final Set<String> DRAWN = Set.of("server", "network", "chain", "group");
    private final NsView view;
    private final Map<String, ResourceView> byKey;
    private final List<Graph.Node> nodes = new ArrayList<>();
    private final List<Graph.Edge> edges = new ArrayList<>();

    TopologyPicture(NsView view, List<ResourceView> resources) {
        this.view = view;
        byKey =
                resources.stream()
                        .filter(item -> DRAWN.contains(item.resource().spec().kind()))
                        .collect(
                                Collectors.toMap(
                                        item -> item.resource().key(),
                                        item -> item,
                                        (a, b) -> a,
                                        java.util.LinkedHashMap::new));
    }

    Graph.Picture draw() {
        if (byKey.isEmpty()) {
            return new Graph.Picture(List.of(), List.of());
        }
        String root = "ns";
        nodes.add(
                new Graph.Node(
                        root,
                        "ns",
                        t("graph.ns"),
                        view.instance().name(),
                        Tone.of(view.instance().state()).key(),
                        Tone.word(view.instance().state()),
                        view.nsdName()));
        for (VnfInstance vnf : view.instance().topology().vnfs()) {
            member(vnf);
            edges.add(new Graph.Edge(root, "member/" + vnf.memberIndex(), "part"));
        }
        byKey.values().forEach(this::resource);
        return new Graph.Picture(nodes, edges);
    }

    private void member(VnfInstance vnf) {
        String prefix = "vnf/" + vnf.memberIndex() + "/";
        List<ResourceView> parts =
                byKey.values().stream()
                        .filter(item -> item.resource().key().startsWith(prefix))
                        .toList();
        Tone tone =
                parts.stream()
                        .map(item -> Tone.of(item.resource().state()))
                        .max(java.util.Comparator.comparingInt(TopologyPicture::gravity))
                        .orElse(Tone.OFF);
        nodes.add(
                new Graph.Node(
                        "member/" + vnf.memberIndex(),
                        "vnf",
                        t("graph.vnf", vnf.memberIndex()),
                        vnf.vnfdId(),
                        tone.key(),
                        t("tone." + tone),
                        parts.stream()
                                .map(ResourceView::account)
                                .distinct()
                                .collect(Collectors.joining(", "))));
    }

    private static int gravity(Tone tone) {
        return switch (tone) {
            case BAD -> 5;
            case WARN -> 4;
            case BUSY -> 3;
            case WAIT -> 2;
            case OK -> 1;
            case OFF -> 0;
        };
    }

    private void resource(ResourceView item) {
        Resource resource = item.resource();
        String kind = resource.spec().kind();
        nodes.add(
                new Graph.Node(
                        resource.key(),
                        kind,
                        or("graph." + kind, kind),
                        caption(resource),
                        Tone.of(resource.state()).key(),
                        Tone.word(resource.state()),
                        item.account()));
        if (resource.spec() instanceof ServerSpec server) {
            owner(resource.key());
            server.interfaces().forEach(card -> connectionPoint(resource, card));
            server.disks().forEach(disk -> link(resource.key(), disk.volume().resource()));
        } else if (resource.spec() instanceof FloatingAddressSpec address) {
            points(Stream.of(address.port()))
                    .forEach(card -> edges.add(new Graph.Edge(card, resource.key(), "link")));
        } else if (resource.spec() instanceof RouterSpec router) {
            router.subnets().forEach(subnet -> link(resource.key(), subnet.resource()));
        } else if (resource.spec() instanceof ChainSpec chain) {
            path(chain, resource.key());
        }
    }

    private void owner(String key) {
        view.instance().topology().vnfs().stream()
                .filter(vnf -> key.startsWith("vnf/" + vnf.memberIndex() + "/"))
                .findFirst()
                .ifPresentOrElse(
                        vnf ->
                                edges.add(
                                        new Graph.Edge("member/" + vnf.memberIndex(), key, "part")),
                        () -> edges.add(new Graph.Edge("ns", key, "part")));
    }

    private void connectionPoint(Resource server, InterfaceSpec card) {
        String id = server.key() + "#" + card.name();
        String address = server.attributes().getOrDefault("address/" + card.name(), "");
        nodes.add(
                new Graph.Node(
                        id,
                        "cp",
                        t("graph.cp"),
                        address.isEmpty() ? card.name() : address,
                        Tone.of(server.state()).key(),
                        Tone.word(server.state()),
                        card.name()));
        edges.add(new Graph.Edge(server.key(), id, "part"));
        if (byKey.containsKey(card.network().resource())) {
            edges.add(new Graph.Edge(id, card.network().resource(), "link"));
        }
    }

    /** Where the packets go: from their source through each position, in order. */
    private void path(ChainSpec chain, String key) {
        Map<Integer, List<ChainSpec.Hop>> positions =
                chain.hops().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ChainSpec.Hop::position,
                                        TreeMap::new,
                                        Collectors.toList()));
        Set<String> before = points(chain.classifiers().stream().map(ChainSpec.Classifier::source));
        for (List<ChainSpec.Hop> hops : positions.values()) {
            Set<String> in = points(hops.stream().map(ChainSpec.Hop::ingress));
            in.forEach(to -> edges.add(new Graph.Edge(to, key, "path")));
            before.forEach(from -> in.forEach(to -> edges.add(new Graph.Edge(from, to, "step"))));
            before = points(hops.stream().map(ChainSpec.Hop::egress));
        }
    }

    /** Connection points that are drawn. */
    private Set<String> points(Stream<Value> ports) {
        return ports.filter(port -> byKey.containsKey(port.resource()))
                .map(port -> port.resource() + "#" + port.attribute().replace("port/", ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void link(String from, String to) {
        if (byKey.containsKey(to)) {
            edges.add(new Graph.Edge(from, to, "link"));
        }
    }

    /** A floating address is known by itself, all else by name. */
    private static String caption(Resource resource) {
        return resource.attributes()
                .getOrDefault(FloatingAddressSpec.ADDRESS, resource.spec().name());
    }
}
