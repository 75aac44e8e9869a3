/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.check;

import io.telamon.descriptors.internal.read.Nets;
import io.telamon.model.descriptor.IpProfile;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import java.util.regex.Pattern;

/** Checks the interfaces of one VDU. */
final class InterfaceChecks {
    private static final Pattern MAC = Pattern.compile("([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}");

    private final VnfDescriptor vnf;
    private final Vdu vdu;
    private final Problems problems;

    private InterfaceChecks(VnfDescriptor vnf, Vdu vdu, Problems problems) {
        this.vnf = vnf;
        this.vdu = vdu;
        this.problems = problems;
    }

    static void check(VnfDescriptor vnf, Vdu vdu, Problems problems) {
        var checks = new InterfaceChecks(vnf, vdu, problems);
        var names = vdu.interfaces().stream().map(VduInterface::name).toList();
        problems.unique("vdu|" + vdu.id(), "interfaces", names);
        checks.positions();
        vdu.interfaces().forEach(checks::one);
    }

    private void positions() {
        long different = vdu.interfaces().stream().map(VduInterface::position).distinct().count();
        if (different < vdu.interfaces().size()) {
            problems.warning(
                    "vdu|" + vdu.id(),
                    "POSITION_DUPLICATE",
                    "Two interfaces of %s have one position".formatted(vdu.id()),
                    "The order of the file decides; write different positions");
        }
    }

    private void one(VduInterface card) {
        String key = "vdu|" + vdu.id() + "|" + card.name();
        card.attachment()
                .externalConnectionPoint()
                .filter(p -> vnf.connectionPoint(p).isEmpty())
                .ifPresent(
                        p ->
                                problems.dangling(
                                        key,
                                        "Interface %s names the connection point %s, which is not there"
                                                .formatted(card.name(), p)));
        card.attachment()
                .internalLink()
                .filter(l -> vnf.virtualLinks().stream().noneMatch(v -> v.id().equals(l)))
                .ifPresent(
                        l ->
                                problems.dangling(
                                        key,
                                        "Interface %s is on the link %s, which is not there"
                                                .formatted(card.name(), l)));
        card.traits().securityRules().stream()
                .filter(rule -> vnf.securityRule(rule).isEmpty())
                .forEach(
                        rule ->
                                problems.dangling(
                                        key,
                                        "Interface %s names the security rule %s, which is not there"
                                                .formatted(card.name(), rule)));
        card.address()
                .mac()
                .filter(m -> !MAC.matcher(m).matches())
                .ifPresent(
                        m ->
                                problems.error(
                                        key,
                                        "ADDRESS_INVALID",
                                        "%s is no MAC address".formatted(m),
                                        "Write 02:00:00:00:00:01"));
        card.address().fixedIp().ifPresent(ip -> fixed(key, card, ip));
    }

    private void fixed(String key, VduInterface card, String ip) {
        var address = Nets.address(ip);
        if (address.isEmpty()) {
            var text = "%s is no IP address".formatted(ip);
            problems.error(key, "ADDRESS_INVALID", text, "Write 10.0.0.1");
            return;
        }
        var net =
                card.attachment()
                        .internalLink()
                        .flatMap(
                                id ->
                                        vnf.virtualLinks().stream()
                                                .filter(l -> l.id().equals(id))
                                                .findFirst())
                        .flatMap(VirtualLink::ipProfile)
                        .flatMap(IpProfile::cidr)
                        .flatMap(Nets::cidr);
        if (net.filter(n -> !n.overlaps(address.get())).isPresent()) {
            problems.error(
                    key,
                    "ADDRESS_OUTSIDE",
                    "%s is not in the network of its link".formatted(ip),
                    "Choose an address of the link's cidr");
        }
        if (vdu.count().max() > 1) {
            problems.warning(
                    key,
                    "ADDRESS_SHARED",
                    "%s is fixed, but there may be %d instances".formatted(ip, vdu.count().max()),
                    "Only the first instance gets it");
        }
    }
}
