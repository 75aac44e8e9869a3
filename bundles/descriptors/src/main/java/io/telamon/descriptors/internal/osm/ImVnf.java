/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ConnectionPoint;
import io.telamon.model.descriptor.DayConfiguration;
import io.telamon.model.descriptor.DeploymentFlavour;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.MemberDependency;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfBehaviour;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfManagement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a {@code vnfd:vnfd} of OSM's information model. */
final class ImVnf {
    private final MapNode vnfd;
    private final Draft draft;
    private final OsmLinks links;
    private final Map<String, String> linkOfInternalPoint = new HashMap<>();
    private final Map<String, ConnectionPoint> externalPoints = new LinkedHashMap<>();

    ImVnf(MapNode vnfd, Draft draft) {
        this.vnfd = vnfd;
        this.draft = draft;
        this.links = new OsmLinks(vnfd, draft);
    }

    VnfDescriptor read() {
        draft.anchor("vnf", vnfd);
        var info = OsmImReader.info(vnfd);
        var virtualLinks = internalLinks();
        externalPoints();
        var management = management();
        var vdus = vdus(management);
        var scaling = new OsmScaling(draft);
        var aspects = scaling.groups(vnfd);
        return VnfDescriptor.builder(info)
                .management(management)
                .vdus(OsmScaling.widened(vdus, aspects))
                .virtualLinks(virtualLinks)
                .connectionPoints(List.copyOf(externalPoints.values()))
                .flavours(List.of(DeploymentFlavour.scaling("default", aspects)))
                .kdus(OsmKdus.read(vnfd, draft))
                .behaviour(behaviour(info))
                .placementGroups(OsmPlacement.groups(vnfd, "member-vdus", "member-vdu-ref"))
                .vduDependencies(dependencies())
                .build();
    }

    private List<VirtualLink> internalLinks() {
        var result = new ArrayList<VirtualLink>();
        for (MapNode link : vnfd.maps("internal-vld")) {
            var read = links.read(link);
            for (MapNode point : link.maps("internal-connection-point")) {
                linkOfInternalPoint.put(point.required("id-ref"), read.id());
                draft.anchor("intcp|" + point.textOr("id-ref", ""), point);
            }
            result.add(read);
        }
        return result;
    }

    private void externalPoints() {
        for (MapNode point : vnfd.maps("connection-point")) {
            String name = point.text("name").orElseGet(() -> point.required("id"));
            point.known("id", "short-name", "type", "port-security-enabled");
            draft.anchor("cp|" + name, point);
            var link = point.text("internal-vld-ref");
            externalPoints.put(
                    name,
                    new ConnectionPoint(
                            name,
                            name,
                            Optional.empty(),
                            Optional.empty(),
                            link,
                            Optional.empty()));
        }
    }

    private VnfManagement management() {
        var node = vnfd.map("mgmt-interface");
        node.ifPresent(n -> draft.anchor("management", n));
        return new VnfManagement(
                node.flatMap(n -> n.text("cp")), node.flatMap(n -> n.text("vdu-id")));
    }

    private List<Vdu> vdus(VnfManagement management) {
        var result = new ArrayList<Vdu>();
        for (MapNode vdu : vnfd.maps("vdu")) {
            var read = new ImVdu(vdu, draft).read(management, linkOfInternalPoint);
            read.interfaces().forEach(i -> own(read.id(), i));
            result.add(read);
        }
        return result;
    }

    /** Notes which VDU interface stands behind an external connection point. */
    private void own(String vduId, VduInterface owner) {
        owner.attachment()
                .externalConnectionPoint()
                .filter(externalPoints::containsKey)
                .ifPresent(
                        cp ->
                                externalPoints.put(
                                        cp,
                                        ConnectionPoint.ofVdu(
                                                cp, vduId, owner.attachment().connectionPoint())));
    }

    private VnfBehaviour behaviour(DescriptorInfo info) {
        var configurations = new ArrayList<DayConfiguration>();
        vnfd.map("vnf-configuration")
                .ifPresent(c -> configurations.add(OsmConfiguration.read(info.id(), c, draft)));
        for (MapNode vdu : vnfd.maps("vdu")) {
            vdu.map("vdu-configuration")
                    .ifPresent(
                            c ->
                                    configurations.add(
                                            OsmConfiguration.read(vdu.textOr("id", ""), c, draft)));
        }
        return new VnfBehaviour(
                Optional.empty(),
                List.of(),
                configurations,
                Map.of(),
                List.of(),
                Map.of(),
                OsmMonitoring.ofIm(vnfd, draft),
                List.of());
    }

    private List<MemberDependency> dependencies() {
        var result = new ArrayList<MemberDependency>();
        for (MapNode dependency : vnfd.maps("vdu-dependency")) {
            result.add(
                    new MemberDependency(
                            dependency.required("vdu-depends-on-ref"),
                            dependency.required("vdu-source-ref"),
                            List.of()));
        }
        return result;
    }
}
