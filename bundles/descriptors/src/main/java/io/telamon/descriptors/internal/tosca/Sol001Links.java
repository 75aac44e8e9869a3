/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.DhcpRange;
import io.telamon.model.descriptor.IpProfile;
import io.telamon.model.descriptor.IpVersion;
import io.telamon.model.descriptor.LinkKind;
import io.telamon.model.descriptor.ProviderNetwork;
import io.telamon.model.descriptor.VirtualLink;
import java.util.List;
import java.util.Optional;

/** Reads links of a VNF or a service; only the name of the profile differs. */
final class Sol001Links {
    private Sol001Links() {}

    static VirtualLink read(Template template, String profileName, Draft draft) {
        draft.anchor("link|" + template.name(), template.node());
        var properties = template.properties();
        properties.ifPresent(p -> p.known("description", "test_access", "monitoring_parameters"));
        var type = properties.flatMap(p -> p.map("connectivity_type"));
        type.ifPresent(t -> t.known("layer_protocols"));
        var profile = properties.flatMap(p -> p.map(profileName));
        profile.ifPresent(
                p ->
                        p.known(
                                "max_bitrate_requirements",
                                "min_bitrate_requirements",
                                "service_availability_level",
                                "qos"));
        Optional<IpProfile> addressing = Optional.empty();
        Optional<ProviderNetwork> provider = Optional.empty();
        for (MapNode data :
                profile.map(p -> p.maps("virtual_link_protocol_data")).orElse(List.of())) {
            data.known("associated_layer_protocol");
            addressing = addressing.or(() -> data.map("l3_protocol_data").map(Sol001Links::layer3));
            provider = provider.or(() -> data.map("l2_protocol_data").map(Sol001Links::layer2));
        }
        return new VirtualLink(
                template.name(),
                properties.flatMap(p -> p.text("vl_name")).orElse(""),
                type.flatMap(t -> t.choice("flow_pattern", Words::linkKind)).orElse(LinkKind.ELAN),
                template.name().matches("(?i).*(mgmt|management).*"),
                addressing,
                Optional.empty(),
                provider);
    }

    private static IpProfile layer3(MapNode data) {
        data.known("name", "ipv6_address_mode");
        var pools = data.maps("ip_allocation_pools");
        var start = pools.stream().flatMap(p -> p.text("start_ip_address").stream()).findFirst();
        pools.forEach(MapNode::readAll);
        var enabled = data.flag("dhcp_enabled");
        boolean ranged = enabled.isPresent() || start.isPresent();
        return new IpProfile(
                data.choice("ip_version", Words::ipVersion).orElse(IpVersion.IPV4),
                data.text("cidr"),
                data.text("gateway_ip"),
                List.of(),
                ranged
                        ? Optional.of(new DhcpRange(enabled.orElse(true), start, Optional.empty()))
                        : Optional.empty());
    }

    private static ProviderNetwork layer2(MapNode data) {
        data.known("vlan_transparent", "mtu");
        var id = data.count("segmentation_id");
        return new ProviderNetwork(data.text("name"), data.text("network_type"), id);
    }
}
