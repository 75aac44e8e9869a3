/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.ForwardingGraph;
import io.telamon.model.descriptor.LinkConnection;
import io.telamon.model.descriptor.MemberDependency;
import io.telamon.model.descriptor.NestedNsMember;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.PlacementGroup;
import io.telamon.model.descriptor.PnfMember;
import io.telamon.model.descriptor.ServiceAccessPoint;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a SOL001 NSD: VNF, PNF and nested NS nodes joined to {@code NsVirtualLink} nodes. */
final class Sol001Ns {
    private final Definitions definitions;
    private final List<Topology> topologies;
    private final Draft draft;

    Sol001Ns(Definitions definitions, List<Topology> topologies, Draft draft) {
        this.definitions = definitions;
        this.topologies = topologies;
        this.draft = draft;
    }

    NsDescriptor read() {
        draft.anchor("ns", topologies.get(0).node());
        var facts = new Facts(definitions, topologies, "NS");
        facts.known("flavour_id", "ns_profile", "additional_parameters");
        var links = new ArrayList<VirtualLink>();
        var members = new ArrayList<VnfMember>();
        var physical = new ArrayList<PnfMember>();
        var nested = new ArrayList<NestedNsMember>();
        var points = new ArrayList<ServiceAccessPoint>();
        var dependencies = new ArrayList<MemberDependency>();
        var groups = new ArrayList<PlacementGroup>();
        var graphs = new ArrayList<ForwardingGraph>();
        for (Topology topology : topologies) {
            for (Template link : topology.of("NsVirtualLink")) {
                links.add(Sol001Links.read(link, "vl_profile", draft));
            }
            for (Template vnf : topology.of("VNF")) {
                members.add(member(vnf, topology));
                for (String source : vnf.requirements().targets("dependency")) {
                    dependencies.add(new MemberDependency(source, vnf.name(), List.of()));
                }
            }
            for (Template pnf : topology.of("PNF")) {
                pnf.properties().ifPresent(MapNode::readAll);
                String id = property(pnf, "descriptor_id");
                physical.add(new PnfMember(pnf.name(), id, connections(pnf, topology)));
            }
            topology.of("NS").stream()
                    .filter(t -> !facts.types().contains(t.type()))
                    .forEach(t -> nested.add(nested(t, topology)));
            topology.of("Sap").forEach(s -> points.add(point(s)));
            groups.addAll(Sol001Placement.groups(topology));
            graphs.addAll(new Sol001Forwarding(topology, draft).read());
        }
        return NsDescriptor.builder(info(facts))
                .members(members)
                .pnfMembers(physical)
                .nestedMembers(nested)
                .virtualLinks(links)
                .saps(points)
                .dependencies(dependencies)
                .placementGroups(groups)
                .forwardingGraphs(graphs)
                .build();
    }

    private static DescriptorInfo info(Facts facts) {
        var info =
                Values.info(
                        facts.required("descriptor_id"),
                        facts.textOr("name", ""),
                        facts.textOr("designer", ""),
                        facts.textOr("version", ""));
        return Values.described(info, "", facts.textOr("invariant_id", ""));
    }

    private VnfMember member(Template vnf, Topology topology) {
        draft.anchor("member|" + vnf.name(), vnf.node());
        var profile = vnf.properties().flatMap(p -> p.map("vnf_profile"));
        profile.ifPresent(p -> p.known("min_number_of_instances", "max_number_of_instances"));
        var level = profile.flatMap(p -> p.text("instantiation_level"));
        var flavour = optional(vnf, "flavour_id");
        vnf.properties().ifPresent(p -> p.known("flavour_description", "vnfm_info", "provider"));
        vnf.properties().ifPresent(p -> p.known("descriptor_version", "product_name"));
        vnf.properties().ifPresent(p -> p.known("software_version", "product_info_name"));
        String id = property(vnf, "descriptor_id");
        return new VnfMember(vnf.name(), id, flavour, level, connections(vnf, topology));
    }

    private NestedNsMember nested(Template ns, Topology topology) {
        draft.anchor("member|" + ns.name(), ns.node());
        ns.properties().ifPresent(p -> p.known("designer", "version", "name", "invariant_id"));
        ns.properties().ifPresent(p -> p.known("ns_profile"));
        var flavour = optional(ns, "flavour_id");
        String id = property(ns, "descriptor_id");
        return new NestedNsMember(ns.name(), id, flavour, connections(ns, topology));
    }

    private ServiceAccessPoint point(Template sap) {
        sap.properties().ifPresent(MapNode::readAll);
        var requirements = sap.requirements();
        var link =
                requirements
                        .target("internal_virtual_link")
                        .or(() -> requirements.target("external_virtual_link"));
        return new ServiceAccessPoint(sap.name(), link, Optional.empty(), Optional.empty());
    }

    /** A requirement that points at a link joins the connection point of the same name. */
    private List<LinkConnection> connections(Template member, Topology topology) {
        var result = new ArrayList<LinkConnection>();
        for (var requirement : member.requirements().all()) {
            var target = topology.template(requirement.target());
            draft.anchor("member|" + member.name() + "|" + requirement.name(), requirement.at());
            if (target.isEmpty()) {
                requirement
                        .at()
                        .error(
                                "REFERENCE_DANGLING",
                                "There is no node template %s".formatted(requirement.target()),
                                "Add the link or correct the requirement");
            } else if (target.get().base().equals("NsVirtualLink")) {
                result.add(LinkConnection.of(requirement.name(), requirement.target()));
            }
        }
        return result;
    }

    private Optional<String> optional(Template template, String key) {
        return template.properties()
                .flatMap(p -> p.text(key))
                .or(() -> definitions.constant(template.type(), key));
    }

    private String property(Template template, String key) {
        var found = optional(template, key);
        if (found.isEmpty()) {
            var text = "Node %s does not say its %s".formatted(template.name(), key);
            template.node().error("FIELD_MISSING", text, "Add the property");
        }
        return found.orElse("");
    }
}
