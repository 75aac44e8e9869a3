/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.sol006;

import io.telamon.descriptors.internal.osm.OsmKdus;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.SecurityRules;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ConnectionPoint;
import io.telamon.model.descriptor.DeploymentFlavour;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.MemberDependency;
import io.telamon.model.descriptor.SecurityRule;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfManagement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Reads a SOL006 {@code vnfd}. */
final class Sol006Vnf {
    private final MapNode vnfd;
    private final Draft draft;
    private final List<MapNode> flavours;

    Sol006Vnf(MapNode vnfd, Draft draft) {
        this.vnfd = vnfd;
        this.draft = draft;
        this.flavours = vnfd.maps("df");
    }

    VnfDescriptor read() {
        draft.anchor("vnf", vnfd);
        var info = info();
        var management = new VnfManagement(vnfd.text("mgmt-cp"), Optional.empty());
        vnfd.get("mgmt-cp").ifPresent(n -> draft.anchor("management", n));
        var points = connectionPoints();
        var vdus = new Sol006Vdus(vnfd, draft, points, management).read();
        var read = new Sol006Flavours(draft, vdus).read(flavours);
        return VnfDescriptor.builder(info)
                .softwareVersion(vnfd.textOr("software-version", ""))
                .management(management)
                .vdus(counted(vdus, read))
                .virtualLinks(links())
                .connectionPoints(points)
                .flavours(read)
                .kdus(OsmKdus.read(vnfd, draft))
                .behaviour(new Sol006Behaviour(vnfd, draft).read(info.id(), flavours))
                .placementGroups(Sol006Placement.groups(flavours, "vdu-profile"))
                .vduDependencies(dependencies())
                .securityRules(securityRules())
                .build();
    }

    private DescriptorInfo info() {
        var info =
                Values.info(
                        vnfd.required("id"),
                        vnfd.text("product-name").orElseGet(() -> vnfd.textOr("name", "")),
                        vnfd.textOr("provider", ""),
                        vnfd.textOr("version", ""));
        var description =
                vnfd.text("description")
                        .orElseGet(() -> vnfd.textOr("product-info-description", ""));
        return Values.described(info, description, vnfd.textOr("ext-invariant-id", ""));
    }

    /** A VDU starts with what the first flavour says about it. */
    private static List<Vdu> counted(List<Vdu> vdus, List<DeploymentFlavour> flavours) {
        if (flavours.isEmpty()) {
            return vdus;
        }
        var ranges = flavours.get(0).ranges();
        return vdus.stream().map(v -> v.with(ranges.getOrDefault(v.id(), v.count()))).toList();
    }

    private List<VirtualLink> links() {
        var profiles = new HashMap<String, MapNode>();
        for (MapNode flavour : flavours) {
            flavour.maps("virtual-link-profile")
                    .forEach(p -> profiles.putIfAbsent(p.required("id"), p));
        }
        var result = new ArrayList<VirtualLink>();
        for (MapNode link : vnfd.maps("int-virtual-link-desc")) {
            result.add(Sol006Links.read(link, profiles::get, draft));
        }
        return result;
    }

    private List<ConnectionPoint> connectionPoints() {
        var result = new ArrayList<ConnectionPoint>();
        for (MapNode point : vnfd.maps("ext-cpd")) {
            String id = point.required("id");
            draft.anchor("cp|" + id, point);
            var inner = point.map("int-cpd");
            result.add(
                    new ConnectionPoint(
                            id,
                            id,
                            inner.map(i -> i.required("vdu-id")),
                            inner.map(i -> i.required("cpd")),
                            point.text("int-virtual-link-desc"),
                            point.text("k8s-cluster-net")));
        }
        return result;
    }

    private List<SecurityRule> securityRules() {
        return vnfd.maps("security-group-rule").stream()
                .map(rule -> SecurityRules.read(rule.required("id"), rule, "-"))
                .toList();
    }

    private List<MemberDependency> dependencies() {
        var result = new ArrayList<MemberDependency>();
        for (MapNode flavour : flavours) {
            for (MapNode dependency : flavour.maps("dependencies")) {
                result.add(
                        new MemberDependency(
                                dependency.required("primary-id"),
                                dependency.required("secondary-id"),
                                List.of()));
                dependency.known("id");
            }
        }
        return result;
    }
}
