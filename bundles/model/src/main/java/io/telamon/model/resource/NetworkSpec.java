/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

/**
 * A layer-2 network with its subnet.
 *
 * @param name name on the cloud
 * @param ip layer-3 settings
 * @param physicalNetwork provider network to map on, or empty
 * @param segmentation provider type and id such as {@code vlan:100}, or empty
 * @param mtu largest packet; 0 for what the cloud takes by itself
 */
public record NetworkSpec(
        String name, IpProfile ip, String physicalNetwork, String segmentation, int mtu)
        implements ResourceSpec {
    /** A network with packets of the size that the cloud takes by itself. */
    public NetworkSpec(String name, IpProfile ip, String physicalNetwork, String segmentation) {
        this(name, ip, physicalNetwork, segmentation, 0);
    }

    @Override
    public String kind() {
        return "network";
    }
}
