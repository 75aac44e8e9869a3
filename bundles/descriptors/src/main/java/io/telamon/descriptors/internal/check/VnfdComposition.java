/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.check;

import io.telamon.catalog.api.CompositionCheck;
import io.telamon.descriptors.internal.tree.Findings;
import io.telamon.model.descriptor.FindingPlace;
import io.telamon.model.descriptor.ForwardingGraph;
import io.telamon.model.descriptor.ForwardingPath;
import io.telamon.model.descriptor.LinkConnection;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.PathHop;
import io.telamon.model.descriptor.ValidationReport;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfMember;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Component;

/** Checks a service against the VNFs it names. */
@Component(service = CompositionCheck.class)
public final class VnfdComposition implements CompositionCheck {
    @Override
    public ValidationReport check(
            NsDescriptor service, Function<String, Optional<VnfDescriptor>> vnfds) {
        var findings = new Findings();
        for (VnfMember member : service.members()) {
            var vnfd = vnfds.apply(member.vnfdId());
            if (vnfd.isEmpty()) {
                findings.error(
                        "VNFD_MISSING",
                        place(service, member),
                        "The VNFD %s of member %s is not on-boarded"
                                .formatted(member.vnfdId(), member.memberIndex()),
                        "On-board the VNF package first");
            } else {
                member(service, member, vnfd.get(), findings);
                hops(service, member, vnfd.get(), findings);
            }
        }
        return findings.report();
    }

    private static FindingPlace place(NsDescriptor service, VnfMember member) {
        return new FindingPlace(service.id(), 0, 0, "member[" + member.memberIndex() + "]");
    }

    private static void member(
            NsDescriptor service, VnfMember member, VnfDescriptor vnfd, Findings findings) {
        for (LinkConnection connection : member.connections()) {
            // Open Baton joins links by name; a VNF without the name just does not use the link
            boolean byName = connection.connectionPoint().equals(connection.virtualLink());
            if (vnfd.connectionPoint(connection.connectionPoint()).isEmpty() && !byName) {
                missing(
                        service,
                        member,
                        "connection point " + connection.connectionPoint(),
                        findings);
            }
        }
        var flavour = member.flavour().flatMap(vnfd::flavour);
        if (member.flavour().isPresent() && flavour.isEmpty()) {
            missing(service, member, "flavour " + member.flavour().get(), findings);
        }
        var levels = flavour.orElse(vnfd.defaultFlavour());
        member.level()
                .filter(l -> levels.level(l).isEmpty())
                .ifPresent(l -> missing(service, member, "instantiation level " + l, findings));
    }

    private static void hops(
            NsDescriptor service, VnfMember member, VnfDescriptor vnfd, Findings findings) {
        var points = new LinkedHashSet<String>();
        for (ForwardingGraph graph : service.forwardingGraphs()) {
            for (ForwardingPath path : graph.paths()) {
                for (PathHop hop : path.hops()) {
                    if (hop.memberIndex().equals(member.memberIndex())) {
                        points.add(hop.ingress());
                        points.add(hop.egress());
                    }
                }
            }
        }
        points.removeIf(p -> vnfd.connectionPoint(p).isPresent());
        points.forEach(p -> missing(service, member, "connection point " + p, findings));
    }

    private static void missing(
            NsDescriptor service, VnfMember member, String what, Findings findings) {
        findings.error(
                "REFERENCE_DANGLING",
                place(service, member),
                "%s has no %s, which member %s uses"
                        .formatted(member.vnfdId(), what, member.memberIndex()),
                "Correct the service or on-board another version of the VNF");
    }
}
