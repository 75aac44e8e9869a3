/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.sol006;

import io.telamon.descriptors.internal.osm.OsmConfiguration;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.LinkConnection;
import io.telamon.model.descriptor.MemberDependency;
import io.telamon.model.descriptor.MonitoringParameter;
import io.telamon.model.descriptor.NestedNsMember;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.PnfMember;
import io.telamon.model.descriptor.ServiceAccessPoint;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a SOL006 {@code nsd}; its first flavour is the service. */
final class Sol006Ns {
    private final MapNode nsd;
    private final Draft draft;
    private final Optional<MapNode> df;
    private final Map<String, String> linkOfProfile = new HashMap<>();

    Sol006Ns(MapNode nsd, Draft draft) {
        this.nsd = nsd;
        this.draft = draft;
        this.df = nsd.maps("df").stream().findFirst();
    }

    NsDescriptor read() {
        draft.anchor("ns", nsd);
        df.ifPresent(d -> d.known("id", "flavour-key"));
        var info = info();
        var links = links();
        checkDeclared();
        var builder =
                NsDescriptor.builder(info)
                        .members(members())
                        .pnfMembers(pnfs())
                        .nestedMembers(nested())
                        .virtualLinks(links)
                        .saps(accessPoints())
                        .forwardingGraphs(new Sol006Forwarding(nsd, draft).read())
                        .dependencies(dependencies())
                        .monitoringParameters(monitored())
                        .placementGroups(
                                Sol006Placement.groups(
                                        df.stream().toList(), "vnf-profile", "ns-profile"));
        nsd.map("ns-configuration")
                .ifPresent(c -> builder.configuration(OsmConfiguration.read(info.id(), c, draft)));
        return builder.build();
    }

    private DescriptorInfo info() {
        var info =
                Values.info(
                        nsd.required("id"),
                        nsd.textOr("name", ""),
                        nsd.textOr("designer", ""),
                        nsd.textOr("version", ""));
        return Values.described(
                info, nsd.textOr("description", ""), nsd.textOr("invariant-id", ""));
    }

    private List<MapNode> flavoured(String key) {
        return df.map(d -> d.maps(key)).orElse(List.of());
    }

    private List<VirtualLink> links() {
        var profiles = new HashMap<String, MapNode>();
        for (MapNode profile : flavoured("virtual-link-profile")) {
            String link = profile.required("virtual-link-desc-id");
            profile.known("flavour-id");
            linkOfProfile.put(profile.required("id"), link);
            profiles.putIfAbsent(link, profile);
        }
        var result = new ArrayList<VirtualLink>();
        for (MapNode link : nsd.maps("virtual-link-desc")) {
            result.add(Sol006Links.read(link, profiles::get, draft));
        }
        return result;
    }

    private void checkDeclared() {
        var declared = nsd.texts("vnfd-id");
        for (MapNode profile : flavoured("vnf-profile")) {
            String vnfd = profile.required("vnfd-id");
            if (!declared.isEmpty() && !declared.contains(vnfd)) {
                profile.error(
                        "REFERENCE_DANGLING",
                        "%s is not among the vnfd-id of the service".formatted(vnfd),
                        "Add it to nsd.vnfd-id");
            }
        }
        nsd.known("pnfd-id", "nested-nsd-id");
    }

    private List<VnfMember> members() {
        var result = new ArrayList<VnfMember>();
        for (MapNode profile : flavoured("vnf-profile")) {
            String index = profile.required("id");
            draft.anchor("member|" + index, profile);
            warnMany(profile);
            result.add(
                    new VnfMember(
                            index,
                            profile.textOr("vnfd-id", ""),
                            profile.text("flavour-id"),
                            profile.text("instantiation-level"),
                            connections(index, profile)));
        }
        return result;
    }

    private static void warnMany(MapNode profile) {
        int min = profile.count("min-number-of-instances").orElse(1);
        profile.known("max-number-of-instances");
        if (min > 1) {
            profile.warning(
                    "VALUE_UNSUPPORTED",
                    "The profile wants %d instances; one is made".formatted(min),
                    "Write one vnf-profile per instance");
        }
    }

    private List<LinkConnection> connections(String index, MapNode profile) {
        var result = new ArrayList<LinkConnection>();
        for (MapNode connectivity : profile.maps("virtual-link-connectivity")) {
            String named = connectivity.required("virtual-link-profile-id");
            String link = linkOfProfile.getOrDefault(named, named);
            for (MapNode point : connectivity.maps("constituent-cpd-id")) {
                String cpd = point.required("constituent-cpd-id");
                draft.anchor("member|" + index + "|" + cpd, point);
                checkOwner(index, point);
                result.add(new LinkConnection(cpd, link, point.text("ip-address")));
            }
        }
        return result;
    }

    private static void checkOwner(String index, MapNode point) {
        String owner = point.textOr("constituent-base-element-id", index);
        if (!owner.equals(index)) {
            point.error(
                    "REFERENCE_DANGLING",
                    "Profile %s cannot connect the element %s".formatted(index, owner),
                    "Write constituent-base-element-id: %s".formatted(index));
        }
    }

    private List<PnfMember> pnfs() {
        var result = new ArrayList<PnfMember>();
        for (MapNode profile : flavoured("pnf-profile")) {
            String index = profile.required("id");
            draft.anchor("member|" + index, profile);
            String pnfd = profile.required("pnfd-id");
            result.add(new PnfMember(index, pnfd, connections(index, profile)));
        }
        return result;
    }

    private List<NestedNsMember> nested() {
        var result = new ArrayList<NestedNsMember>();
        for (MapNode profile : flavoured("ns-profile")) {
            String index = profile.required("id");
            draft.anchor("member|" + index, profile);
            warnMany(profile);
            profile.known("instantiation-level-id");
            result.add(
                    new NestedNsMember(
                            index,
                            profile.required("nsd-id"),
                            profile.text("ns-df-id"),
                            connections(index, profile)));
        }
        return result;
    }

    private List<ServiceAccessPoint> accessPoints() {
        var result = new ArrayList<ServiceAccessPoint>();
        for (MapNode sap : nsd.maps("sapd")) {
            sap.known("layer-protocol", "description", "role");
            var inner = sap.map("associated-cpd");
            inner.ifPresent(c -> c.known("vnfd-id", "pnfd-id", "nsd-id"));
            var point =
                    inner.flatMap(c -> c.text("vnf-ext-cpd").or(() -> c.text("pnf-ext-cpd")))
                            .or(() -> sap.text("associated-cpd-id"));
            String id = sap.required("id");
            draft.anchor("sap|" + id, sap);
            result.add(
                    new ServiceAccessPoint(
                            id, sap.text("virtual-link-desc"), Optional.empty(), point));
        }
        return result;
    }

    private List<MemberDependency> dependencies() {
        var result = new ArrayList<MemberDependency>();
        for (MapNode node : flavoured("dependencies")) {
            node.known("id");
            var source = either(node, "primary");
            var target = either(node, "secondary");
            if (source.isPresent() && target.isPresent()) {
                draft.anchor("dependency|" + target.get(), node);
                result.add(new MemberDependency(source.get(), target.get(), List.of()));
            }
        }
        return result;
    }

    private static Optional<String> either(MapNode node, String side) {
        return node.text(side + "-vnf-profile")
                .or(() -> node.text(side + "-ns-profile"))
                .or(() -> node.text(side + "-id"));
    }

    private List<MonitoringParameter> monitored() {
        var result = new ArrayList<MonitoringParameter>();
        for (MapNode info : flavoured("monitored-info")) {
            info.known("id", "vnf-indicator-info");
            info.map("monitoring-parameter")
                    .ifPresent(
                            p -> {
                                p.known("collection-period");
                                result.add(
                                        new MonitoringParameter(
                                                p.required("id"),
                                                p.textOr("name", ""),
                                                p.textOr("performance-metric", ""),
                                                Optional.empty(),
                                                Optional.empty()));
                            });
        }
        return result;
    }
}
