/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.check;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Nets;
import io.telamon.model.descriptor.ForwardingGraph;
import io.telamon.model.descriptor.ForwardingPath;
import io.telamon.model.descriptor.IpProfile;
import io.telamon.model.descriptor.LinkConnection;
import io.telamon.model.descriptor.MemberDependency;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.PathHop;
import io.telamon.model.descriptor.PlacementGroup;
import io.telamon.model.descriptor.ScalingAspect;
import io.telamon.model.descriptor.ScalingDelta;
import io.telamon.model.descriptor.ServiceAccessPoint;
import io.telamon.model.descriptor.TrafficClassifier;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfMember;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks a service as a whole: what its parts say about each other. */
public final class NsChecks {
    private final NsDescriptor ns;
    private final Problems problems;
    private final Set<String> members = new LinkedHashSet<>();

    private NsChecks(NsDescriptor ns, Draft draft) {
        this.ns = ns;
        this.problems = new Problems(draft);
        ns.members().forEach(m -> members.add(m.memberIndex()));
        ns.pnfMembers().forEach(m -> members.add(m.memberIndex()));
        ns.nestedMembers().forEach(m -> members.add(m.memberIndex()));
    }

    /** Checks a service and reports into the draft's findings. */
    public static void check(NsDescriptor ns, Draft draft) {
        new NsChecks(ns, draft).all();
    }

    private void all() {
        if (members.isEmpty()) {
            problems.error("ns", "NS_EMPTY", "The service has no members", "Add a VNF");
        }
        problems.unique(
                "member", "members", ns.members().stream().map(VnfMember::memberIndex).toList());
        problems.unique("link", "links", ns.virtualLinks().stream().map(VirtualLink::id).toList());
        ns.members().forEach(m -> connections(m.memberIndex(), m.connections()));
        ns.pnfMembers().forEach(m -> connections(m.memberIndex(), m.connections()));
        ns.nestedMembers().forEach(m -> connections(m.memberIndex(), m.connections()));
        ns.saps().forEach(this::accessPoint);
        new LinkChecks(problems).check(ns.virtualLinks());
        dependencies();
        ns.forwardingGraphs().forEach(this::graph);
        for (PlacementGroup group : ns.placementGroups()) {
            group.members().forEach(m -> member("ns", "placement group " + group.id(), m));
        }
        for (ScalingAspect aspect : ns.scalingAspects()) {
            for (ScalingDelta delta : aspect.deltas()) {
                delta.instances().keySet().forEach(m -> member("ns", "aspect " + aspect.id(), m));
            }
        }
    }

    private void connections(String member, List<LinkConnection> connections) {
        var seen = new HashSet<String>();
        for (LinkConnection connection : connections) {
            String key = "member|" + member + "|" + connection.connectionPoint();
            if (ns.virtualLink(connection.virtualLink()).isEmpty()) {
                problems.dangling(key, "There is no link " + connection.virtualLink());
            }
            if (!seen.add(connection.connectionPoint())) {
                problems.error(
                        key,
                        "CONNECTION_DUPLICATE",
                        "%s of member %s is joined to two links"
                                .formatted(connection.connectionPoint(), member),
                        "Join each connection point once");
            }
            connection.ipAddress().ifPresent(ip -> address(key, connection, ip));
        }
    }

    private void address(String key, LinkConnection connection, String ip) {
        var address = Nets.address(ip);
        var net =
                ns.virtualLink(connection.virtualLink())
                        .flatMap(VirtualLink::ipProfile)
                        .flatMap(IpProfile::cidr)
                        .flatMap(Nets::cidr);
        if (address.isEmpty()) {
            problems.error(key, "ADDRESS_INVALID", ip + " is no IP address", "Write 10.0.0.1");
        } else if (net.filter(n -> !n.overlaps(address.get())).isPresent()) {
            problems.error(
                    key,
                    "ADDRESS_OUTSIDE",
                    "%s is not in the network of the link %s"
                            .formatted(ip, connection.virtualLink()),
                    "Choose an address of the link's network");
        }
    }

    private void accessPoint(ServiceAccessPoint sap) {
        sap.virtualLink()
                .filter(l -> ns.virtualLink(l).isEmpty())
                .ifPresent(l -> problems.dangling("sap|" + sap.id(), "There is no link " + l));
        sap.memberIndex().ifPresent(m -> member("sap|" + sap.id(), "access point " + sap.id(), m));
    }

    private void dependencies() {
        for (MemberDependency d : ns.dependencies()) {
            member("dependency|" + d.source(), "a dependency", d.source());
            member("dependency|" + d.target(), "a dependency", d.target());
        }
        Cycles.find(ns.dependencies())
                .ifPresent(
                        cycle ->
                                problems.error(
                                        "ns",
                                        "DEPENDENCY_CYCLE",
                                        "VNFs wait for each other: " + cycle,
                                        "Take one dependency out"));
    }

    private void graph(ForwardingGraph graph) {
        graph.memberIndexes().forEach(m -> member("graph|" + graph.id(), "the graph", m));
        if (graph.paths().isEmpty()) {
            problems.error(
                    "graph|" + graph.id(),
                    "GRAPH_EMPTY",
                    "The graph %s has no path".formatted(graph.id()),
                    "Add a path");
        }
        for (ForwardingPath path : graph.paths()) {
            String key = "path|" + path.id();
            if (path.hops().isEmpty()) {
                var text = "The path %s has no hop".formatted(path.id());
                problems.error(key, "GRAPH_EMPTY", text, "Add a hop");
            }
            for (PathHop hop : path.hops()) {
                member(key, "path " + path.id(), hop.memberIndex());
                joined(key, hop.memberIndex(), hop.ingress());
                joined(key, hop.memberIndex(), hop.egress());
            }
            path.classifiers().forEach(c -> classifier(key, c));
        }
    }

    private void classifier(String key, TrafficClassifier classifier) {
        var source = classifier.source();
        if (source.memberIndex().isPresent()) {
            String name = source.memberIndex().get();
            member(key, "classifier " + classifier.id(), name);
            source.connectionPoint().ifPresent(cp -> joined(key, name, cp));
        }
    }

    /** A chain needs ports, and a port exists only where a connection point is joined to a link. */
    private void joined(String key, String member, String point) {
        var found = ns.member(member).filter(m -> !m.connections().isEmpty());
        if (found.isPresent() && found.get().connection(point).isEmpty()) {
            problems.dangling(
                    key,
                    "The graph passes %s of member %s, which is joined to no link"
                            .formatted(point, member));
        }
    }

    private void member(String key, String what, String member) {
        if (!members.contains(member)) {
            problems.dangling(
                    key, "%s names the member %s, which is not there".formatted(what, member));
        }
    }
}
