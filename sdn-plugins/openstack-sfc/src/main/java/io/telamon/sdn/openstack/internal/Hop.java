/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.openstack.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.ChainSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One function on the way.
 *
 * @param ingress port where packets go in
 * @param egress port where they come out
 */
record Hop(String ingress, String egress) {
    /**
     * The positions of a chain in order, each with the functions that share its load.
     *
     * @throws TelamonException VIM_REJECTED for a path that no controller could make
     */
    static List<List<Hop>> positions(ChainSpec chain) {
        List<List<Hop>> positions = new ArrayList<>();
        int last = chain.hops().stream().mapToInt(ChainSpec.Hop::position).max().orElse(-1);
        Set<Hop> seen = new HashSet<>();
        for (int position = 0; position <= last; position++) {
            List<Hop> hops = at(chain, position);
            if (hops.isEmpty()) {
                throw rejected(chain, "has no function at position " + position);
            }
            for (Hop hop : hops) {
                if (!seen.add(hop)) {
                    throw rejected(chain, "passes port " + hop.ingress() + " twice");
                }
            }
            positions.add(hops);
        }
        if (positions.isEmpty()) {
            throw rejected(chain, "has no functions to pass");
        }
        return positions;
    }

    private static List<Hop> at(ChainSpec chain, int position) {
        List<Hop> hops = new ArrayList<>();
        for (ChainSpec.Hop hop : chain.hops()) {
            if (hop.position() == position) {
                hops.add(new Hop(port(chain, hop), hop.egress().text()));
            }
        }
        return hops;
    }

    private static String port(ChainSpec chain, ChainSpec.Hop hop) {
        if (hop.ingress().text().isBlank() || hop.egress().text().isBlank()) {
            throw rejected(chain, "has a function without port at position " + hop.position());
        }
        return hop.ingress().text();
    }

    private static TelamonException rejected(ChainSpec chain, String why) {
        return new TelamonException(ErrorCode.VIM_REJECTED, "Chain %s %s", chain.name(), why);
    }
}
