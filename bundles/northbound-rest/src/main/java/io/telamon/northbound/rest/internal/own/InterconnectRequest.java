/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.own;

import io.telamon.northbound.api.InterconnectDraft;
import io.telamon.northbound.rest.internal.http.Calls;
import java.util.List;

/**
 * What a client says about an interconnect.
 *
 * @param name unique within the tenant
 * @param kind {@code provider-network} (as it is when absent) or {@code routed}
 * @param firstVlan lowest VLAN that links may take
 * @param lastVlan highest one; the same as the lowest when absent
 * @param mtu largest packet that all sides carry; absent for what each cloud takes by itself
 * @param sides the clouds, at least two
 */
public record InterconnectRequest(
        String name,
        String kind,
        Integer firstVlan,
        Integer lastVlan,
        Integer mtu,
        List<Side> sides) {
    /**
     * One cloud.
     *
     * @param account id or name of its VIM account
     * @param physicalNetwork how the cloud calls the wire
     * @param cidr addresses of this side when routed
     */
    public record Side(String account, String physicalNetwork, String cidr) {
        InterconnectDraft.Side draft() {
            return new InterconnectDraft.Side(
                    Calls.required(account, "account of a side is missing"),
                    Calls.required(physicalNetwork, "physicalNetwork of a side is missing"),
                    cidr == null ? "" : cidr);
        }
    }

    InterconnectDraft draft() {
        int first = Calls.required(firstVlan, "firstVlan is missing");
        return new InterconnectDraft(
                Calls.required(name, "name is missing"),
                kind == null ? "provider-network" : kind,
                first,
                lastVlan == null ? first : lastVlan,
                mtu == null ? 0 : mtu,
                Calls.required(sides, "sides are missing").stream().map(Side::draft).toList());
    }
}
