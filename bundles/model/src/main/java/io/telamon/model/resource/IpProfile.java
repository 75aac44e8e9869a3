/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.model.resource;

import java.util.List;

/**
 * Layer-3 settings of a network.
 *
 * @param cidr address range, empty when the cloud shall choose
 * @param gateway address, empty for the cloud's default, {@value #NO_GATEWAY} for none
 * @param dns name servers
 * @param dhcp false turns DHCP off
 * @param pools where the cloud takes addresses from, empty for all but the gateway's
 * @param routes further ways out
 */
public record IpProfile(
        String cidr,
        String gateway,
        List<String> dns,
        boolean dhcp,
        List<Pool> pools,
        List<Route> routes) {
    /** Instead of an address: there is no gateway. */
    public static final String NO_GATEWAY = "none";

    /** Copies the lists; what an earlier release wrote has neither pools nor routes. */
    public IpProfile {
        dns = List.copyOf(dns);
        pools = pools == null ? List.of() : List.copyOf(pools);
        routes = routes == null ? List.of() : List.copyOf(routes);
    }

    /** All addresses of the range, no further routes. */
    public IpProfile(String cidr, String gateway, List<String> dns, boolean dhcp) {
        this(cidr, gateway, dns, dhcp, List.of(), List.of());
    }

    /**
     * Addresses that the cloud may give.
     *
     * @param first lowest address
     * @param last highest address
     */
    public record Pool(String first, String last) {}

    /**
     * A way to other addresses.
     *
     * @param to address range
     * @param via address of the router
     */
    public record Route(String to, String via) {}

    /** The cloud chooses everything. */
    public static IpProfile any() {
        return new IpProfile("", "", List.of(), true);
    }
}
