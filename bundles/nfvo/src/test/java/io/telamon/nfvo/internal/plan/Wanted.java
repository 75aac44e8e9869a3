/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.plan;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.VimAccountId;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.testkit.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Wishes of a small service, written shortly. */
final class Wanted {
    static final LaneId VIM = LaneId.of(new VimAccountId("vim"));
    static final LaneId SDN = new LaneId(LaneKind.SDN, "sdn");

    private Wanted() {}

    static Desired net(String key) {
        return Desired.own(key, VIM, Samples.network(key));
    }

    static Desired existing(String key) {
        return Desired.adopted(key, VIM, Samples.network(key), "cloud-" + key);
    }

    static Desired flavor(int cpus) {
        FlavorSpec spec = FlavorSpec.named(cpus, 512, 5, Map.of());
        return Desired.shared("flavor/" + cpus, VIM, spec);
    }

    static Desired server(String key, int cpus, String userData, List<String> nets) {
        List<InterfaceSpec> cards = new ArrayList<>();
        nets.forEach(net -> cards.add(new InterfaceSpec(net, Value.ref(net), "", "", "", false)));
        return Desired.own(
                key,
                VIM,
                new ServerSpec(
                        key,
                        Value.of("debian"),
                        Value.ref("flavor/" + cpus),
                        cards,
                        "",
                        Value.of(""),
                        new ServerSpec.Day0(userData, false, "")));
    }

    static Desired chain(String key, List<String> servers) {
        List<ChainSpec.Hop> hops =
                servers.stream()
                        .map(
                                server ->
                                        new ChainSpec.Hop(
                                                servers.indexOf(server),
                                                Value.ref(server, "port/a"),
                                                Value.ref(server, "port/a")))
                        .toList();
        return Desired.own(key, SDN, new ChainSpec(key, hops, List.of(), false));
    }
}
