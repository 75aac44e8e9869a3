/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.Optional;

/**
 * A network of a service or inside a VNF (SOL006 {@code virtual-link-desc}, {@code
 * int-virtual-link-desc}; OSM {@code vld}, {@code internal-vld}; Open Baton {@code vld}).
 *
 * @param id identifier, unique in its descriptor
 * @param name name for people, the id where the language has none
 * @param kind connectivity
 * @param management whether management traffic runs here ({@code mgmt-network})
 * @param ipProfile addressing, if the descriptor decides it
 * @param vimNetworkName existing network to use instead of a new one ({@code vim-network-name})
 * @param providerNetwork how it lies on the physical network ({@code provider-network})
 */
public record VirtualLink(
        String id,
        String name,
        LinkKind kind,
        boolean management,
        Optional<IpProfile> ipProfile,
        Optional<String> vimNetworkName,
        Optional<ProviderNetwork> providerNetwork) {
    /** A blank name becomes the id. */
    public VirtualLink {
        name = name.isBlank() ? id : name;
    }

    /** Returns a plain E-LAN without addressing of its own. */
    public static VirtualLink lan(String id) {
        return new VirtualLink(
                id, id, LinkKind.ELAN, false, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
