/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.LinkConnection;
import io.telamon.model.descriptor.MemberDependency;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.ScalingAspect;
import io.telamon.model.descriptor.ScalingDelta;
import io.telamon.model.descriptor.ServiceAccessPoint;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an {@code nsd:nsd} of OSM's information model. */
final class ImNs {
    private final MapNode nsd;
    private final Draft draft;
    private final Map<String, String> vnfdOfMember = new LinkedHashMap<>();
    private final Map<String, List<LinkConnection>> connections = new HashMap<>();

    ImNs(MapNode nsd, Draft draft) {
        this.nsd = nsd;
        this.draft = draft;
    }

    NsDescriptor read() {
        draft.anchor("ns", nsd);
        var info = OsmImReader.info(nsd);
        for (MapNode member : nsd.maps("constituent-vnfd")) {
            member(member);
        }
        var links = links();
        var builder =
                NsDescriptor.builder(info)
                        .members(members())
                        .virtualLinks(links)
                        .saps(accessPoints())
                        .forwardingGraphs(new ImForwarding(nsd, draft, vnfdOfMember).read())
                        .dependencies(dependencies())
                        .scalingAspects(scaling())
                        .placementGroups(
                                OsmPlacement.groups(nsd, "member-vnfd", "member-vnf-index-ref"));
        nsd.map("ns-configuration")
                .ifPresent(c -> builder.configuration(OsmConfiguration.read(info.id(), c, draft)));
        return builder.build();
    }

    private void member(MapNode member) {
        String index = member.required("member-vnf-index");
        draft.anchor("member|" + index, member);
        member.known("start-by-default");
        if (vnfdOfMember.put(index, member.required("vnfd-id-ref")) != null) {
            member.error(
                    "ID_DUPLICATE",
                    "Two members have the index %s".formatted(index),
                    "Give every member its own member-vnf-index");
        }
    }

    private List<VirtualLink> links() {
        var links = new OsmLinks(nsd, draft);
        var result = new ArrayList<VirtualLink>();
        for (MapNode link : nsd.maps("vld")) {
            var read = links.read(link);
            link.maps("vnfd-connection-point-ref").forEach(r -> connect(read.id(), r));
            result.add(read);
        }
        return result;
    }

    private void connect(String link, MapNode reference) {
        String member = reference.required("member-vnf-index-ref");
        String point = reference.required("vnfd-connection-point-ref");
        OsmReferences.member(reference, member, vnfdOfMember);
        draft.anchor("member|" + member + "|" + point, reference);
        connections
                .computeIfAbsent(member, m -> new ArrayList<>())
                .add(new LinkConnection(point, link, reference.text("ip-address")));
    }

    private List<VnfMember> members() {
        var result = new ArrayList<VnfMember>();
        vnfdOfMember.forEach(
                (index, vnfd) ->
                        result.add(
                                new VnfMember(
                                        index,
                                        vnfd,
                                        Optional.empty(),
                                        Optional.empty(),
                                        connections.getOrDefault(index, List.of()))));
        return result;
    }

    private List<ServiceAccessPoint> accessPoints() {
        var result = new ArrayList<ServiceAccessPoint>();
        for (MapNode point : nsd.maps("connection-point")) {
            point.known("type", "short-name");
            result.add(
                    new ServiceAccessPoint(
                            point.required("name"),
                            point.text("vld-id-ref"),
                            point.text("member-vnf-index-ref"),
                            point.text("vnfd-connection-point-ref")));
        }
        return result;
    }

    private List<MemberDependency> dependencies() {
        var result = new ArrayList<MemberDependency>();
        for (MapNode node : nsd.maps("vnf-dependency")) {
            String target = node.required("vnf-source-ref");
            String source = node.required("vnf-depends-on-ref");
            for (String from : membersOf(source)) {
                for (String to : membersOf(target)) {
                    result.add(new MemberDependency(from, to, List.of()));
                }
            }
        }
        return result;
    }

    private List<String> membersOf(String vnfd) {
        return vnfdOfMember.keySet().stream()
                .filter(index -> vnfdOfMember.get(index).equals(vnfd))
                .toList();
    }

    private List<ScalingAspect> scaling() {
        var policies = new OsmScaling(draft);
        var result = new ArrayList<ScalingAspect>();
        for (MapNode group : nsd.maps("scaling-group-descriptor")) {
            String name = group.required("name");
            var instances = new LinkedHashMap<String, Integer>();
            for (MapNode member : group.maps("vnfd-member")) {
                instances.put(
                        member.required("member-vnf-index-ref"), member.count("count").orElse(1));
            }
            group.known("min-instance-count");
            result.add(
                    new ScalingAspect(
                            name,
                            name,
                            group.count("max-instance-count").orElse(0),
                            List.of(new ScalingDelta(name + "-delta", instances)),
                            policies.policies(group),
                            List.of()));
        }
        return result;
    }
}
