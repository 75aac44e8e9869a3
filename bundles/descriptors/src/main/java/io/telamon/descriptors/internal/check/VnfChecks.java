/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.check;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.model.descriptor.ConnectionPoint;
import io.telamon.model.descriptor.DeploymentFlavour;
import io.telamon.model.descriptor.Kdu;
import io.telamon.model.descriptor.MemberDependency;
import io.telamon.model.descriptor.PlacementGroup;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks a VNF as a whole: what its parts say about each other. */
public final class VnfChecks {
    private final VnfDescriptor vnf;
    private final Problems problems;
    private final Set<String> vduIds;
    private final Set<String> linkIds;

    private VnfChecks(VnfDescriptor vnf, Draft draft) {
        this.vnf = vnf;
        this.problems = new Problems(draft);
        this.vduIds = vnf.vdus().stream().map(Vdu::id).collect(Collectors.toSet());
        this.linkIds = vnf.virtualLinks().stream().map(VirtualLink::id).collect(Collectors.toSet());
    }

    /** Checks a VNF and reports into the draft's findings. */
    public static void check(VnfDescriptor vnf, Draft draft) {
        new VnfChecks(vnf, draft).all();
    }

    private void all() {
        if (vnf.vdus().isEmpty() && vnf.kdus().isEmpty() && vnf.stack().isEmpty()) {
            problems.error("vnf", "VNF_EMPTY", "The VNF has no vdu and no kdu", "Add one");
        }
        names();
        for (Vdu vdu : vnf.vdus()) {
            InterfaceChecks.check(vnf, vdu, problems);
        }
        vnf.connectionPoints().forEach(this::connectionPoint);
        management();
        ScalingChecks.check(vnf, problems);
        new LinkChecks(problems).check(vnf.virtualLinks());
        for (PlacementGroup group : vnf.placementGroups()) {
            members("placement group " + group.id(), group.members());
        }
        dependencies();
    }

    private void names() {
        problems.unique("vdu", "VDUs", vnf.vdus().stream().map(Vdu::id).toList());
        vduNames();
        problems.unique("link", "links", vnf.virtualLinks().stream().map(VirtualLink::id).toList());
        var points = vnf.connectionPoints().stream().map(ConnectionPoint::id).toList();
        problems.unique("cp", "connection points", points);
        problems.unique("kdu", "kdus", vnf.kdus().stream().map(Kdu::name).toList());
        var flavours = vnf.flavours().stream().map(DeploymentFlavour::id).toList();
        problems.unique("flavour", "flavours", flavours);
    }

    /** Machines are found by name on the cloud, so two VDUs cannot share one. */
    private void vduNames() {
        var idOfName = new HashMap<String, String>();
        for (Vdu vdu : vnf.vdus()) {
            String other = idOfName.putIfAbsent(vdu.name(), vdu.id());
            if (other != null && !other.equals(vdu.id())) {
                problems.error(
                        "vdu|" + vdu.id(),
                        "NAME_DUPLICATE",
                        "The VDUs %s and %s have the name %s"
                                .formatted(other, vdu.id(), vdu.name()),
                        "Give each its own name");
            }
        }
    }

    private void connectionPoint(ConnectionPoint point) {
        String key = "cp|" + point.id();
        if (point.vduId().isPresent()) {
            var vdu = vnf.vdu(point.vduId().get());
            if (vdu.isEmpty()) {
                problems.dangling(key, "There is no vdu with the id " + point.vduId().get());
            }
            var inner = point.internalConnectionPoint();
            boolean found = vdu.isEmpty() || inner.isEmpty() || has(vdu.get(), inner.get());
            if (!found) {
                problems.dangling(
                        key,
                        "VDU %s has no connection point %s"
                                .formatted(point.vduId().get(), inner.get()));
            }
        }
        point.internalLink()
                .filter(link -> !linkIds.contains(link))
                .filter(link -> !link.equals(point.id()))
                .ifPresent(link -> problems.dangling(key, "There is no internal link " + link));
    }

    private static boolean has(Vdu vdu, String point) {
        return vdu.interfaces().stream()
                .anyMatch(i -> i.attachment().connectionPoint().equals(point));
    }

    private void management() {
        var point = vnf.management().connectionPoint();
        point.filter(p -> vnf.connectionPoint(p).isEmpty())
                .ifPresent(
                        p ->
                                problems.dangling(
                                        "management",
                                        "Management is at %s, which is no connection point"
                                                .formatted(p)));
        vnf.management().vduId().ifPresent(v -> members("management", List.of(v)));
    }

    private void members(String what, List<String> ids) {
        for (String id : ids) {
            if (!vduIds.contains(id)) {
                String key = what.equals("management") ? "management" : "vnf";
                problems.dangling(
                        key, "%s names the vdu %s, which is not there".formatted(what, id));
            }
        }
    }

    private void dependencies() {
        for (MemberDependency dependency : vnf.vduDependencies()) {
            members("a dependency", List.of(dependency.source(), dependency.target()));
        }
        Cycles.find(vnf.vduDependencies())
                .ifPresent(
                        cycle ->
                                problems.error(
                                        "vnf",
                                        "DEPENDENCY_CYCLE",
                                        "VDUs wait for each other: " + cycle,
                                        "Take one dependency out"));
    }
}
