/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.api;

import java.util.List;

/**
 * What a person enters for an interconnect.
 *
 * @param name unique within the tenant
 * @param kind {@code provider-network}: the same VLAN everywhere is one network; {@code routed}: a
 *     VLAN ends at a router on each side
 * @param firstVlan lowest VLAN that links may take
 * @param lastVlan highest one
 * @param mtu largest packet that all sides carry; 0 for what each cloud takes by itself
 * @param sides the clouds, at least two
 */
public record InterconnectDraft(
        String name, String kind, int firstVlan, int lastVlan, int mtu, List<Side> sides) {
    /** Copies the list. */
    public InterconnectDraft {
        sides = List.copyOf(sides);
    }

    /**
     * One cloud.
     *
     * @param account id or name of its VIM account
     * @param physicalNetwork how the cloud calls the wire
     * @param cidr addresses of this side when routed, else empty; each VLAN gets a part, whose
     *     first address is the router's
     */
    public record Side(String account, String physicalNetwork, String cidr) {}
}
