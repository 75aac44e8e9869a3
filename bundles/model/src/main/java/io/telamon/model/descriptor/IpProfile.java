/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.descriptor;

import java.util.List;
import java.util.Optional;

/**
 * Addressing of a link (OSM {@code ip-profile-params}, SOL006 {@code l3-protocol-data}, SOL001
 * {@code L3ProtocolData}, Open Baton {@code cidr, dns}).
 *
 * @param version IP version
 * @param cidr network in CIDR form, checked by the importer
 * @param gateway address of the gateway
 * @param dns addresses of name servers, in order
 * @param dhcp automatic addresses; absent means the cloud's default
 */
public record IpProfile(
        IpVersion version,
        Optional<String> cidr,
        Optional<String> gateway,
        List<String> dns,
        Optional<DhcpRange> dhcp) {
    /** Copies the list. */
    public IpProfile {
        dns = List.copyOf(dns);
    }
}
