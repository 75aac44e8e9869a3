/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.Identity;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.vim.simulator.internal.world.Draft;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.VimAbility;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Networks with their subnet; name, name servers and DHCP can be changed in place. */
final class Networks extends ThingOperator<NetworkSpec> {
    private final Set<String> abilities;

    Networks(Identity identity, WorldCalls calls, Set<String> abilities) {
        super("network", identity, calls);
        this.abilities = abilities;
    }

    @Override
    Draft draft(NetworkSpec spec) {
        boolean placed = !spec.physicalNetwork().isEmpty() || !spec.segmentation().isEmpty();
        if (placed && !abilities.contains(VimAbility.PROVIDER_NETWORK)) {
            throw new TelamonException(
                    ErrorCode.UNSUPPORTED,
                    "This account does not offer wires and segments for networks");
        }
        return Draft.of(
                spec.name(),
                Map.of(
                        "cidr", spec.ip().cidr(),
                        "gateway", spec.ip().gateway(),
                        "dns", String.join(",", spec.ip().dns()),
                        "dhcp", Boolean.toString(spec.ip().dhcp()),
                        "physical", spec.physicalNetwork(),
                        "segmentation", spec.segmentation(),
                        "mtu", Integer.toString(spec.mtu()),
                        "pools", pools(spec.ip())));
    }

    private static String pools(IpProfile ip) {
        return ip.pools().stream()
                .map(pool -> pool.first() + "-" + pool.last())
                .collect(Collectors.joining(","));
    }

    @Override
    public Observation update(Handle handle, NetworkSpec from, NetworkSpec to) {
        return calls().update(kind(), handle, draft(to));
    }
}
