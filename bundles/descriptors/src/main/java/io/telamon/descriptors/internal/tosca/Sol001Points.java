/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.osm.OsmInterfaces;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.ConnectionPoint;
import io.telamon.model.descriptor.InterfaceAddress;
import io.telamon.model.descriptor.InterfaceAttachment;
import io.telamon.model.descriptor.InterfaceTraits;
import io.telamon.model.descriptor.InterfaceType;
import io.telamon.model.descriptor.VduInterface;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code VduCp} and {@code VnfExtCp}, and which of them the VNF shows outside. */
final class Sol001Points {
    private final Topology topology;
    private final Draft draft;
    private final Map<String, String> exposedAs = new HashMap<>();

    Sol001Points(Topology topology, Draft draft) {
        this.topology = topology;
        this.draft = draft;
        topology.exposed().forEach((outside, node) -> exposedAs.putIfAbsent(node, outside));
        topology.exposed().forEach(this::check);
    }

    private void check(String outside, String node) {
        if (topology.template(node).isEmpty()) {
            topology.node()
                    .error(
                            "REFERENCE_DANGLING",
                            "Requirement %s is mapped to %s, which does not exist"
                                    .formatted(outside, node),
                            "Correct substitution_mappings.requirements");
        }
    }

    List<ConnectionPoint> external() {
        var result = new ArrayList<ConnectionPoint>();
        for (Template point : topology.of("VduCp", "VnfExtCp")) {
            var requirements = point.requirements();
            var vdu = requirements.target("virtual_binding");
            var link = requirements.target("internal_virtual_link");
            var id = Optional.ofNullable(exposedAs.get(point.name()));
            boolean extern = point.base().equals("VnfExtCp");
            if (id.isPresent() || extern) {
                String name = id.orElse(point.name());
                draft.anchor("cp|" + name, point.node());
                result.add(
                        new ConnectionPoint(
                                name, "", vdu, vdu.map(v -> point.name()), link, Optional.empty()));
            }
            if (extern) {
                point.properties().ifPresent(MapNode::readAll);
            }
        }
        return result;
    }

    List<VduInterface> of(String vdu) {
        var result = new ArrayList<VduInterface>();
        for (Template point : topology.of("VduCp")) {
            var requirements = point.requirements();
            if (requirements.targets("virtual_binding").contains(vdu)) {
                draft.anchor("vdu|" + vdu + "|" + point.name(), point.node());
                result.add(one(point, requirements, result.size()));
            }
        }
        return OsmInterfaces.ordered(result);
    }

    private VduInterface one(Template point, Requirements requirements, int index) {
        var properties = point.properties();
        properties.ifPresent(p -> p.known("layer_protocols", "role", "description", "trunk_mode"));
        var outside = Optional.ofNullable(exposedAs.get(point.name()));
        var link = requirements.target("virtual_link");
        if (outside.isEmpty() && link.isEmpty()) {
            point.node()
                    .warning(
                            "INTERFACE_UNCONNECTED",
                            "Connection point %s is on no link".formatted(point.name()),
                            "Give it a virtual_link or map it to the outside");
        }
        var cards =
                properties
                        .map(p -> p.maps("virtual_network_interface_requirements"))
                        .orElse(List.of());
        cards.forEach(MapNode::readAll);
        var name = cards.stream().flatMap(c -> c.text("name").stream()).findFirst();
        var bandwidth = properties.flatMap(p -> p.longNumber("bitrate_requirement"));
        return new VduInterface(
                name.orElse(point.name()),
                properties.flatMap(p -> p.count("order")).orElse(index),
                properties
                        .flatMap(p -> p.choice("vnic_type", Words::interfaceType))
                        .orElse(InterfaceType.VIRTIO),
                new InterfaceAttachment(point.name(), link, outside),
                address(properties),
                new InterfaceTraits(
                        bandwidth.filter(b -> b > 0),
                        outside.filter(o -> o.matches("(?i).*(mgmt|management).*")).isPresent(),
                        Optional.empty(),
                        List.of(),
                        rules(point.name())));
    }

    /** A rule names what it is about, by the node or as it is known outside. */
    private List<String> rules(String point) {
        var known = Optional.ofNullable(exposedAs.get(point));
        return topology.policies().of("SecurityGroupRule").stream()
                .filter(
                        rule ->
                                rule.targets().contains(point)
                                        || known.filter(rule.targets()::contains).isPresent())
                .map(Policies.Policy::name)
                .toList();
    }

    private static InterfaceAddress address(Optional<MapNode> properties) {
        var protocols = properties.map(p -> p.maps("protocol")).orElse(List.of());
        Optional<String> fixed = Optional.empty();
        boolean floating = false;
        for (MapNode protocol : protocols) {
            protocol.known("associated_layer_protocol");
            for (MapNode data : protocol.maps("address_data")) {
                data.known("address_type", "l2_address_data");
                var layer3 = data.map("l3_address_data");
                layer3.ifPresent(
                        l ->
                                l.known(
                                        "ip_address_assignment",
                                        "ip_address_type",
                                        "number_of_ip_address"));
                floating |= layer3.flatMap(l -> l.flag("floating_ip_activated")).orElse(false);
                fixed = fixed.or(() -> layer3.flatMap(l -> l.text("fixed_ip_address")));
            }
        }
        return new InterfaceAddress(
                Optional.empty(),
                Optional.empty(),
                fixed,
                floating ? Optional.of("random") : Optional.empty());
    }
}
