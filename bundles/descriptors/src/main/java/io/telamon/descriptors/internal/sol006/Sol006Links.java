/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.sol006;

import io.telamon.descriptors.internal.osm.OsmIp;
import io.telamon.descriptors.internal.read.Draft;
import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.DocNode;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.ScalarNode;
import io.telamon.model.descriptor.DhcpRange;
import io.telamon.model.descriptor.IpProfile;
import io.telamon.model.descriptor.IpVersion;
import io.telamon.model.descriptor.LinkKind;
import io.telamon.model.descriptor.ProviderNetwork;
import io.telamon.model.descriptor.VirtualLink;
import java.util.Optional;
import java.util.function.Function;

/** Reads links of a SOL006 VNF or service with their profiles. */
final class Sol006Links {
    private Sol006Links() {}

    static VirtualLink read(MapNode link, Function<String, MapNode> profileOf, Draft draft) {
        String id = link.required("id");
        draft.anchor("link|" + id, link);
        link.known("description", "test-access");
        var type = link.map("connectivity-type");
        type.ifPresent(t -> t.known("layer-protocol"));
        var protocol =
                Optional.ofNullable(profileOf.apply(id))
                        .flatMap(p -> p.map("virtual-link-protocol-data"));
        protocol.ifPresent(p -> p.known("associated-layer-protocol"));
        var pattern = type.flatMap(t -> t.choice("flow-pattern", Words::linkKind));
        var addressing = protocol.flatMap(p -> p.map("l3-protocol-data")).map(Sol006Links::ip);
        var own = link.map("ip-profile").map(OsmIp::profile);
        var layer2 = protocol.flatMap(p -> p.map("l2-protocol-data")).map(Sol006Links::layer2);
        var provider = link.map("provider-network").map(OsmIp::provider);
        return new VirtualLink(
                id,
                link.textOr("name", ""),
                pattern.orElse(LinkKind.ELAN),
                link.flag("mgmt-network").orElse(false),
                addressing.or(() -> own),
                link.text("vim-network-name"),
                layer2.or(() -> provider));
    }

    private static IpProfile ip(MapNode data) {
        data.known("name", "ipv6-address-mode");
        var pools = data.items("ip-allocation-pools");
        var start = pools.stream().findFirst().flatMap(Sol006Links::poolStart);
        var enabled = data.flag("dhcp-enabled");
        boolean ranged = enabled.isPresent() || start.isPresent();
        return new IpProfile(
                data.choice("ip-version", Words::ipVersion).orElse(IpVersion.IPV4),
                data.text("cidr"),
                data.text("gateway-ip"),
                data.texts("dns-server"),
                ranged
                        ? Optional.of(new DhcpRange(enabled.orElse(true), start, Optional.empty()))
                        : Optional.empty());
    }

    private static Optional<String> poolStart(DocNode pool) {
        pool.readAll();
        if (pool instanceof MapNode map) {
            return map.text("start-ip-address");
        }
        return pool instanceof ScalarNode scalar ? scalar.text() : Optional.empty();
    }

    private static ProviderNetwork layer2(MapNode data) {
        data.known("vlan-transparent", "mtu");
        return new ProviderNetwork(
                data.text("name"),
                data.text("network-type").map(Sol006Images::lower),
                data.count("segmentation-id"));
    }
}
