/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.RequestToken;
import io.telamon.openstack.Marks;

/** What the network service wants to read. */
final class NetworkDrafts {
    private NetworkDrafts() {}

    /** True when a network says where on the provider's wires it lies, which is not all's right. */
    static boolean isPlaced(NetworkSpec spec) {
        return !spec.physicalNetwork().isEmpty() || !spec.segmentation().isEmpty();
    }

    /** A network without its subnet. */
    static ObjectNode network(NetworkSpec spec, RequestToken token) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode network = body.putObject("network");
        network.put("name", spec.name()).put("description", Marks.of(token));
        String[] segment = spec.segmentation().split(":", 2);
        if (!spec.physicalNetwork().isEmpty()) {
            network.put("provider:physical_network", spec.physicalNetwork());
        }
        if (isPlaced(spec)) {
            network.put("provider:network_type", segment[0].isEmpty() ? "flat" : segment[0]);
        }
        if (segment.length > 1) {
            network.put("provider:segmentation_id", segment[1]);
        }
        if (spec.mtu() > 0) {
            network.put("mtu", spec.mtu());
        }
        return body;
    }

    /**
     * The subnet of a network.
     *
     * @param network id of the network
     */
    static ObjectNode subnet(String network, NetworkSpec spec, RequestToken token) {
        IpProfile ip = spec.ip();
        String range = ip.cidr().isEmpty() ? range(token) : ip.cidr();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode subnet = body.putObject("subnet");
        subnet.put("network_id", network).put("name", spec.name());
        subnet.put("description", Marks.of(token)).put("cidr", range);
        subnet.put("ip_version", range.contains(":") ? 6 : 4).put("enable_dhcp", ip.dhcp());
        if (ip.gateway().equals(IpProfile.NO_GATEWAY)) {
            subnet.putNull("gateway_ip");
        } else if (!ip.gateway().isEmpty()) {
            subnet.put("gateway_ip", ip.gateway());
        }
        ip.dns().forEach(subnet.putArray("dns_nameservers")::add);
        if (!ip.pools().isEmpty()) {
            ArrayNode pools = subnet.putArray("allocation_pools");
            ip.pools()
                    .forEach(
                            pool ->
                                    pools.addObject()
                                            .put("start", pool.first())
                                            .put("end", pool.last()));
        }
        if (!ip.routes().isEmpty()) {
            ArrayNode routes = subnet.putArray("host_routes");
            ip.routes()
                    .forEach(
                            route ->
                                    routes.addObject()
                                            .put("destination", route.to())
                                            .put("nexthop", route.via()));
        }
        return body;
    }

    /** The same range for each try; networks of one project may overlap. */
    static String range(RequestToken token) {
        int hash = token.value().hashCode();
        return "10." + (hash >>> 8 & 0xff) + "." + (hash & 0xff) + ".0/24";
    }
}
