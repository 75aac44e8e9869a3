/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.model.descriptor.DeploymentFlavour;
import io.telamon.model.descriptor.DhcpRange;
import io.telamon.model.descriptor.IpProfile;
import io.telamon.model.descriptor.IpVersion;
import io.telamon.model.descriptor.LinkKind;
import io.telamon.model.descriptor.ProviderNetwork;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfManagement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads a VNFD of Tacker's simple profile. */
final class TackerVnf {
    private final MapNode document;
    private final Draft draft;
    private final Map<String, Template> templates;

    TackerVnf(MapNode document, Draft draft) {
        this.document = document;
        this.draft = draft;
        this.templates = TackerReader.templates(document);
    }

    VnfDescriptor read() {
        draft.anchor("vnf", document);
        var policies = new TackerPolicies(document, draft);
        var points = new TackerPoints(templates, draft);
        var vdus = new ArrayList<Vdu>();
        for (Template template : of("VDU")) {
            draft.anchor("vdu|" + template.name(), template.node());
            var vdu = new TackerVdu(template, templates, draft).read();
            vdus.add(
                    vdu.interfaces(points.of(template.name()))
                            .count(policies.range(template.name()))
                            .build());
        }
        var links = of("VL").stream().map(this::link).toList();
        var management = points.management();
        return VnfDescriptor.builder(TackerReader.info(document))
                .management(management.map(VnfManagement::at).orElseGet(VnfManagement::none))
                .vdus(vdus)
                .virtualLinks(links)
                .connectionPoints(points.external())
                .flavours(List.of(DeploymentFlavour.scaling("default", policies.aspects())))
                .placementGroups(policies.placement())
                .build();
    }

    private List<Template> of(String base) {
        return templates.values().stream().filter(t -> t.base().equals(base)).toList();
    }

    private VirtualLink link(Template template) {
        draft.anchor("link|" + template.name(), template.node());
        var properties = template.properties();
        properties.ifPresent(p -> p.known("vendor", "mtu", "subnet_name", "network_id"));
        var cidr = properties.flatMap(p -> p.text("cidr"));
        var start = properties.flatMap(p -> p.text("start_ip"));
        properties.ifPresent(p -> p.known("end_ip"));
        var dhcp = properties.flatMap(p -> p.flag("dhcp_enabled"));
        var profile =
                new IpProfile(
                        properties
                                .flatMap(p -> p.choice("ip_version", Words::ipVersion))
                                .orElse(IpVersion.IPV4),
                        cidr,
                        properties.flatMap(p -> p.text("gateway_ip")),
                        properties.map(p -> p.texts("dns_servers")).orElse(List.of()),
                        dhcp.map(d -> new DhcpRange(d, start, Optional.empty())));
        return new VirtualLink(
                template.name(),
                template.name(),
                LinkKind.ELAN,
                false,
                cidr.isPresent() ? Optional.of(profile) : Optional.empty(),
                properties.flatMap(p -> p.text("network_name")),
                provider(properties));
    }

    private static Optional<ProviderNetwork> provider(Optional<MapNode> properties) {
        var type = properties.flatMap(p -> p.text("network_type"));
        var physical = properties.flatMap(p -> p.text("physical_network"));
        var id = properties.flatMap(p -> p.count("segmentation_id"));
        boolean any = type.isPresent() || physical.isPresent() || id.isPresent();
        return any
                ? Optional.of(
                        new ProviderNetwork(
                                physical, type.map(t -> t.toLowerCase(Locale.ROOT)), id))
                : Optional.empty();
    }
}
