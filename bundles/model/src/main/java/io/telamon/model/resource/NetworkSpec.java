/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

/**
 * A layer-2 network with its subnet.
 *
 * @param name name on the cloud
 * @param ip layer-3 settings
 * @param physicalNetwork provider network to map on, or empty
 * @param segmentation provider type and id such as {@code vlan:100}, or empty
 */
public record NetworkSpec(String name, IpProfile ip, String physicalNetwork, String segmentation)
        implements ResourceSpec {
    @Override
    public String kind() {
        return "network";
    }
}
