/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.sdn.opendaylight.internal;

import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.ChainSpec.Classifier;
import io.telamon.model.resource.ChainSpec.Hop;
import io.telamon.model.resource.Value;
import java.util.List;
import java.util.Map;

/** Chains of the testbed: pings from the client to the server. */
final class Specs {
    private static final Map<String, String> PINGS =
            Map.of(
                    "ip-proto", "1",
                    "source-prefix", "10.77.0.1/32",
                    "destination-prefix", "10.77.0.2/32");

    private Specs() {}

    static Hop hop(int position, String ingress, String egress) {
        return new Hop(position, Value.of(ingress), Value.of(egress));
    }

    static Hop fw(int position) {
        return hop(position, "tbf0", "tbf1");
    }

    static Hop nat(int position) {
        return hop(position, "openflow:119:5", "openflow:119:6");
    }

    static Classifier pings() {
        return new Classifier("pings", Value.of("tbc0"), PINGS);
    }

    /** There and back. */
    static ChainSpec symmetric(Hop... hops) {
        return new ChainSpec("tck-packets", List.of(hops), List.of(pings()), true);
    }

    /** There only. */
    static ChainSpec oneWay(Hop... hops) {
        return new ChainSpec("tck-packets", List.of(hops), List.of(pings()), false);
    }
}
