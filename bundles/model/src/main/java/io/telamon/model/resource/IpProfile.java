/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.util.List;

/**
 * Layer-3 settings of a network.
 *
 * @param cidr address range, empty when the cloud shall choose
 * @param gateway address, empty for the cloud's default
 * @param dns name servers
 * @param dhcp false turns DHCP off
 */
public record IpProfile(String cidr, String gateway, List<String> dns, boolean dhcp) {
    /** Copies the list. */
    public IpProfile {
        dns = List.copyOf(dns);
    }

    /** The cloud chooses everything. */
    public static IpProfile any() {
        return new IpProfile("", "", List.of(), true);
    }
}
