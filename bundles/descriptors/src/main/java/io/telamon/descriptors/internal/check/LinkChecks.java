/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.check;

import io.telamon.descriptors.internal.read.Nets;
import io.telamon.descriptors.internal.read.Nets.Net;
import io.telamon.model.descriptor.DhcpRange;
import io.telamon.model.descriptor.IpProfile;
import io.telamon.model.descriptor.IpVersion;
import io.telamon.model.descriptor.VirtualLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the addressing of links and that no two of them share addresses. */
final class LinkChecks {
    private final Problems problems;

    LinkChecks(Problems problems) {
        this.problems = problems;
    }

    void check(List<VirtualLink> links) {
        var nets = new LinkedHashMap<String, Net>();
        for (VirtualLink link : links) {
            var profile = link.ipProfile();
            var net = profile.flatMap(p -> p.cidr().flatMap(c -> cidr(link, p, c)));
            profile.ifPresent(p -> addresses(link, p, net));
            net.ifPresent(n -> overlap(link, n, nets));
            net.ifPresent(n -> nets.put(link.id(), n));
        }
    }

    private Optional<Net> cidr(VirtualLink link, IpProfile profile, String text) {
        var net = Nets.cidr(text);
        int bits = profile.version() == IpVersion.IPV6 ? 128 : 32;
        if (net.isEmpty()) {
            problems.error(
                    "link|" + link.id(),
                    "CIDR_INVALID",
                    "%s is no network, in the link %s".formatted(text, link.id()),
                    "Write 10.0.0.0/24");
        } else if (net.get().bits() != bits) {
            problems.error(
                    "link|" + link.id(),
                    "CIDR_INVALID",
                    "%s does not fit the ip-version of the link %s".formatted(text, link.id()),
                    "Correct ip-version or the network");
        }
        return net;
    }

    private void addresses(VirtualLink link, IpProfile profile, Optional<Net> net) {
        profile.gateway().ifPresent(g -> inside(link, "gateway", g, net));
        profile.dhcp()
                .flatMap(DhcpRange::start)
                .ifPresent(s -> inside(link, "first DHCP address", s, net));
        for (String server : profile.dns()) {
            inside(link, "name server", server, Optional.empty());
        }
    }

    private void inside(VirtualLink link, String what, String text, Optional<Net> net) {
        var address = Nets.address(text);
        if (address.isEmpty()) {
            problems.error(
                    "link|" + link.id(),
                    "ADDRESS_INVALID",
                    "The %s %s of the link %s is no address".formatted(what, text, link.id()),
                    "Write 10.0.0.1");
        } else if (net.filter(n -> !n.overlaps(address.get())).isPresent()) {
            problems.error(
                    "link|" + link.id(),
                    "ADDRESS_OUTSIDE",
                    "The %s %s is not in the network of the link %s"
                            .formatted(what, text, link.id()),
                    "Choose an address of the link's network");
        }
    }

    private void overlap(VirtualLink link, Net net, Map<String, Net> others) {
        others.forEach(
                (other, theirs) -> {
                    if (!other.equals(link.id()) && theirs.overlaps(net)) {
                        problems.error(
                                "link|" + link.id(),
                                "CIDR_OVERLAP",
                                "The networks of the links %s and %s overlap"
                                        .formatted(other, link.id()),
                                "Choose separate networks");
                    }
                });
    }
}
