/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.SecurityRules;
import io.telamon.descriptors.internal.read.Values;
import io.telamon.model.descriptor.ConnectionPoint;
import io.telamon.model.descriptor.DeploymentFlavour;
import io.telamon.model.descriptor.DescriptorInfo;
import io.telamon.model.descriptor.MemberDependency;
import io.telamon.model.descriptor.PlacementGroup;
import io.telamon.model.descriptor.SecurityRule;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfManagement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a SOL001 VNFD. Each topology with VDUs is a deployment flavour; the first one of them (the
 * one the VNF node names, if it names one) gives the VNF its shape.
 */
final class Sol001Vnf {
    private final Definitions definitions;
    private final List<Topology> topologies;
    private final Draft draft;

    Sol001Vnf(Definitions definitions, List<Topology> topologies, Draft draft) {
        this.definitions = definitions;
        this.topologies = topologies;
        this.draft = draft;
    }

    VnfDescriptor read() {
        draft.anchor("vnf", topologies.get(0).node());
        var facts = new Facts(definitions, topologies, "VNF");
        facts.known("vnfm_info", "flavour_description", "localization_languages", "vnf_profile");
        facts.known("default_localization_language", "product_info_name");
        var flavours = topologies.stream().filter(t -> !t.of("Vdu.Compute").isEmpty()).toList();
        var vdus = new LinkedHashMap<String, Vdu>();
        var links = new LinkedHashMap<String, VirtualLink>();
        var points = new LinkedHashMap<String, ConnectionPoint>();
        var read = new ArrayList<DeploymentFlavour>();
        var groups = new ArrayList<PlacementGroup>();
        var rules = new LinkedHashMap<String, SecurityRule>();
        for (Topology topology : flavours) {
            var shape = new Sol001Points(topology, draft);
            shape.external().forEach(p -> points.putIfAbsent(p.id(), p));
            for (Template link : topology.of("VnfVirtualLink")) {
                links.putIfAbsent(link.name(), Sol001Links.read(link, "vl_profile", draft));
            }
            var own = new ArrayList<Vdu>();
            for (Template vdu : topology.of("Vdu.Compute")) {
                own.add(new Sol001Vdu(vdu, topology, draft).read(shape.of(vdu.name())));
            }
            var scaling = new Sol001Scaling(topology, own, draft);
            read.add(scaling.flavour(flavourId(topology, facts)));
            own.forEach(v -> vdus.putIfAbsent(v.id(), scaling.counted(v)));
            groups.addAll(Sol001Placement.groups(topology));
            for (var rule : topology.policies().of("SecurityGroupRule")) {
                rules.putIfAbsent(rule.name(), securityRule(rule));
            }
        }
        return VnfDescriptor.builder(info(facts))
                .softwareVersion(facts.textOr("software_version", ""))
                .management(management(points))
                .vdus(List.copyOf(vdus.values()))
                .virtualLinks(List.copyOf(links.values()))
                .connectionPoints(List.copyOf(points.values()))
                .flavours(read)
                .behaviour(new Sol001Behaviour(topologies, draft).read())
                .placementGroups(groups)
                .vduDependencies(dependencies(flavours))
                .securityRules(List.copyOf(rules.values()))
                .build();
    }

    private static SecurityRule securityRule(Policies.Policy rule) {
        return SecurityRules.read(rule.name(), rule.properties().orElse(rule.node()), "_");
    }

    private static DescriptorInfo info(Facts facts) {
        var info =
                Values.info(
                        facts.required("descriptor_id"),
                        facts.textOr("product_name", ""),
                        facts.textOr("provider", ""),
                        facts.textOr("descriptor_version", ""));
        return Values.described(
                info,
                facts.textOr("product_info_description", ""),
                facts.textOr("descriptor_invariant_id", ""));
    }

    private static String flavourId(Topology topology, Facts facts) {
        return topology.substitution()
                .flatMap(s -> s.map("properties"))
                .flatMap(p -> p.text("flavour_id"))
                .or(() -> facts.text("flavour_id"))
                .orElse("default");
    }

    /** A point whose role or name says management; the language has no word of its own for it. */
    private static VnfManagement management(Map<String, ConnectionPoint> points) {
        return points.keySet().stream()
                .filter(id -> id.toLowerCase(Locale.ROOT).matches(".*(mgmt|management).*"))
                .findFirst()
                .map(VnfManagement::at)
                .orElseGet(VnfManagement::none);
    }

    private static List<MemberDependency> dependencies(List<Topology> flavours) {
        var result = new ArrayList<MemberDependency>();
        for (Topology topology : flavours.stream().limit(1).toList()) {
            for (Template vdu : topology.of("Vdu.Compute")) {
                for (String source : vdu.requirements().targets("dependency")) {
                    result.add(new MemberDependency(source, vdu.name(), List.of()));
                }
            }
        }
        return result;
    }
}
