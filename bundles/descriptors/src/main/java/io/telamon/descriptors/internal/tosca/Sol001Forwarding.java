/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Nets;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ForwardingGraph;
import io.telamon.model.descriptor.ForwardingPath;
import io.telamon.model.descriptor.PathHop;
import io.telamon.model.descriptor.PortRange;
import io.telamon.model.descriptor.TrafficClassifier;
import io.telamon.model.descriptor.TrafficMatch;
import io.telamon.model.descriptor.TrafficSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads forwarding graphs of SOL001 from 3.3.1 on: a {@code VNFFG} group of {@code NFP} nodes,
 * whose positions point at elements and these at members. Several elements of one position share
 * the load; two profile elements of one are the way in and the way out.
 */
final class Sol001Forwarding {
    private final Topology topology;
    private final Draft draft;

    Sol001Forwarding(Topology topology, Draft draft) {
        this.topology = topology;
        this.draft = draft;
    }

    List<ForwardingGraph> read() {
        var result = new ArrayList<ForwardingGraph>();
        topology.groups()
                .forEach(
                        (name, group) -> {
                            if (group.textOr("type", "").endsWith("groups.nfv.VNFFG")) {
                                result.add(graph(name, group));
                            }
                        });
        return result;
    }

    private ForwardingGraph graph(String name, MapNode group) {
        draft.anchor("graph|" + name, group);
        group.known("description", "properties");
        var paths = new ArrayList<ForwardingPath>();
        var members = new ArrayList<String>();
        for (String member : group.texts("members")) {
            var template = topology.template(member);
            if (template.isEmpty()) {
                var text = "There is no node template %s".formatted(member);
                group.error("REFERENCE_DANGLING", text, "Correct the group's members");
            }
            String base = template.map(Template::base).orElse("");
            if (base.equals("NFP")) {
                paths.add(path(template.orElseThrow()));
            } else if (List.of("VNF", "PNF", "NS").contains(base)) {
                members.add(member);
            }
        }
        return new ForwardingGraph(name, "", paths, members);
    }

    private ForwardingPath path(Template path) {
        draft.anchor("path|" + path.name(), path.node());
        var hops = new ArrayList<PathHop>();
        int order = 0;
        for (String position : path.requirements().targets("nfp_position")) {
            order += position(position, order, hops);
        }
        return new ForwardingPath(
                path.name(), "", hops, classifiers(path.name()), false, Optional.empty());
    }

    /** Returns 1 when the position is a place on the path, 0 when it is an access point. */
    private int position(String name, int order, List<PathHop> hops) {
        int before = hops.size();
        var position = topology.template(name);
        position.flatMap(Template::properties).ifPresent(MapNode::readAll);
        var elements = position.map(p -> p.requirements().targets("element")).orElse(List.of());
        for (String element : elements) {
            topology.template(element).flatMap(e -> hop(e, order)).ifPresent(hops::add);
        }
        return hops.size() > before ? 1 : 0;
    }

    private Optional<PathHop> hop(Template element, int order) {
        var ends =
                element.requirements().all().stream()
                        .filter(r -> r.name().equals("profile_element"))
                        .filter(r -> member(r.target()))
                        .toList();
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        var in = ends.get(0);
        var out = ends.get(ends.size() - 1);
        return Optional.of(new PathHop(order, in.target(), point(in), point(out)));
    }

    private boolean member(String name) {
        return topology.template(name).filter(t -> t.base().equals("VNF")).isPresent();
    }

    /**
     * The forwarding capability of a VNF is named after the requirement that joins its link; a VNF
     * on one link needs no name.
     */
    private String point(Requirements.Requirement end) {
        var joined =
                topology.template(end.target()).orElseThrow().requirements().all().stream()
                        .filter(r -> link(r.target()))
                        .map(Requirements.Requirement::name)
                        .toList();
        var named =
                joined.stream()
                        .filter(n -> end.capability().contains(n))
                        .max(Comparator.comparingInt(String::length));
        if (named.isEmpty() && joined.size() != 1) {
            end.at()
                    .error(
                            "REFERENCE_DANGLING",
                            "It is not clear which connection point of %s is meant"
                                    .formatted(end.target()),
                            "Name the capability after the requirement that joins the link");
        }
        return named.orElseGet(() -> joined.isEmpty() ? "" : joined.get(0));
    }

    private boolean link(String name) {
        return topology.template(name).filter(t -> t.base().equals("NsVirtualLink")).isPresent();
    }

    private List<TrafficClassifier> classifiers(String path) {
        var result = new ArrayList<TrafficClassifier>();
        for (var policy : topology.policies().of("NfpRule")) {
            if (policy.targets().contains(path)) {
                var matches = policy.properties().map(Sol001Forwarding::match).stream().toList();
                var source = TrafficSource.anywhere();
                result.add(new TrafficClassifier(policy.name(), source, matches));
            }
        }
        return result;
    }

    private static TrafficMatch match(MapNode rule) {
        var others = new LinkedHashMap<String, String>();
        for (String key :
                List.of(
                        "ether_type",
                        "ether_source_address",
                        "ether_destination_address",
                        "dscp")) {
            rule.text(key).ifPresent(value -> others.put(key, value));
        }
        var tags = rule.texts("vlan_tag");
        if (!tags.isEmpty()) {
            others.put("vlan_id", String.join(",", tags));
        }
        return new TrafficMatch(
                rule.choice("protocol", Sol001Forwarding::protocol),
                Nets.prefix(rule, "source_ip_address_prefix"),
                Nets.prefix(rule, "destination_ip_address_prefix"),
                ports(rule, "source_port_range"),
                ports(rule, "destination_port_range"),
                others);
    }

    private static Optional<Integer> protocol(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "icmp" -> Optional.of(1);
            case "tcp" -> Optional.of(6);
            case "udp" -> Optional.of(17);
            case "gre" -> Optional.of(47);
            case "esp" -> Optional.of(50);
            case "ipv6-icmp", "icmpv6" -> Optional.of(58);
            case "sctp" -> Optional.of(132);
            default -> Optional.of(text).filter(t -> t.matches("\\d{1,3}")).map(Integer::valueOf);
        };
    }

    /** A TOSCA range is a list of two numbers. */
    private static Optional<PortRange> ports(MapNode rule, String key) {
        var ends = rule.texts(key);
        boolean pair = ends.size() == 2 && ends.stream().allMatch(e -> e.matches("\\d{1,5}"));
        if (!ends.isEmpty() && !pair) {
            rule.error("FIELD_TYPE", "%s must be two numbers".formatted(key), "[ 80, 1024 ]");
        }
        return pair
                ? Values.ports(rule, Integer.parseInt(ends.get(0)), Integer.parseInt(ends.get(1)))
                : Optional.empty();
    }
}
