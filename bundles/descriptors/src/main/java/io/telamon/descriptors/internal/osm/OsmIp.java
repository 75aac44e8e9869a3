/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.osm;

import io.telamon.descriptors.internal.read.Words;
import io.telamon.descriptors.internal.tree.DocNode;
import io.telamon.descriptors.internal.tree.MapNode;
import io.telamon.descriptors.internal.tree.ScalarNode;
import io.telamon.model.descriptor.DhcpRange;
import io.telamon.model.descriptor.IpProfile;
import io.telamon.model.descriptor.IpVersion;
import io.telamon.model.descriptor.ProviderNetwork;
import java.util.ArrayList;
import java.util.Locale;

/** Reads addressing as both of OSM's forms write it. */
public final class OsmIp {
    private OsmIp() {}

    /** Reads {@code ip-profile-params}. */
    public static IpProfile profile(MapNode params) {
        var dns = new ArrayList<String>();
        for (DocNode server : params.items("dns-server")) {
            if (server instanceof MapNode map) {
                map.read();
                dns.add(map.required("address"));
            } else if (server instanceof ScalarNode scalar) {
                scalar.read();
                scalar.text().ifPresent(dns::add);
            }
        }
        params.known("security-group", "subnet-prefix-pool");
        return new IpProfile(
                params.choice("ip-version", Words::ipVersion).orElse(IpVersion.IPV4),
                params.text("subnet-address"),
                params.text("gateway-address"),
                dns,
                params.map("dhcp-params").map(OsmIp::dhcp));
    }

    private static DhcpRange dhcp(MapNode params) {
        return new DhcpRange(
                params.flag("enabled").orElse(true),
                params.text("start-address"),
                params.count("count"));
    }

    /** Reads {@code provider-network}. */
    public static ProviderNetwork provider(MapNode network) {
        var id = network.count("segmentation_id").or(() -> network.count("segmentation-id"));
        return new ProviderNetwork(
                network.text("physical-network"),
                network.text("overlay-type").map(t -> t.toLowerCase(Locale.ROOT)),
                id);
    }
}
