/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.descriptor.DhcpRange;
import io.telamon.model.descriptor.LinkConnection;
import io.telamon.model.descriptor.ProviderNetwork;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.descriptor.VnfMember;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.nfvo.internal.plan.Desired;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The networks of a service: those between its members and those inside each VNF. */
final class Links {
    private final ServicePicture service;
    private final Clouds clouds;
    private final Desires desires;
    private final Spans spans;

    Links(ServicePicture service, Clouds clouds, Desires desires, Spans spans) {
        this.service = service;
        this.clouds = clouds;
        this.desires = desires;
        this.spans = spans;
    }

    /** Adds all networks that something is attached to. */
    void add() {
        for (VirtualLink link : service.nsd().virtualLinks()) {
            Set<LaneId> lanes = lanesOf(link.id());
            Optional<String> existing =
                    service.parameter("vld/" + link.id() + "/vim-network-name")
                            .or(link::vimNetworkName);
            String key = "vld/" + link.id();
            if (lanes.size() > 1 && existing.isEmpty()) {
                spans.of(link, key, lanes, why -> desires.refuse(ErrorCode.NO_PLACEMENT, "%s", why))
                        .map(Span::networks)
                        .orElse(Map.of())
                        .forEach((lane, spec) -> desires.add(Desired.own(key, lane, spec)));
            } else {
                lanes.forEach(lane -> network(key, link, lane, existing));
            }
        }
        for (VnfInstance vnf : service.topology().vnfs()) {
            VnfDescriptor vnfd = service.vnfds().get(vnf.memberIndex());
            for (VirtualLink link : vnfd.virtualLinks()) {
                if (vnfd.stack().isEmpty() && isUsed(vnf, vnfd, link)) {
                    Optional<String> existing =
                            service.parameter(
                                            "vnf/"
                                                    + vnf.memberIndex()
                                                    + "/vl/"
                                                    + link.id()
                                                    + "/vim-network-name")
                                    .or(link::vimNetworkName);
                    network(internalKey(vnf, link.id()), link, LaneId.of(vnf.vim()), existing);
                }
            }
        }
    }

    /** Key of the network an interface is attached to; empty when it is left unconnected. */
    Optional<String> of(VnfInstance vnf, VduInterface card) {
        Optional<String> outer =
                card.attachment().externalConnectionPoint().flatMap(point -> joined(vnf, point));
        return outer.or(() -> card.attachment().internalLink().map(link -> internalKey(vnf, link)));
    }

    /** True when no DHCP server of its cloud tells an interface of a spanning link its address. */
    boolean isUntold(VnfInstance vnf, VduInterface card) {
        Optional<String> key = of(vnf, card);
        return spans.chosen().stream()
                .filter(span -> key.filter(span.key()::equals).isPresent())
                .map(span -> span.networks().get(LaneId.of(vnf.vim())))
                .anyMatch(network -> network != null && !network.ip().dhcp());
    }

    /** Address that the service fixes for a connection point, else what the VNFD fixes. */
    String address(VnfInstance vnf, VduInterface card) {
        return card.attachment()
                .externalConnectionPoint()
                .flatMap(point -> member(vnf).flatMap(known -> known.connection(point)))
                .flatMap(LinkConnection::ipAddress)
                .or(card.address()::fixedIp)
                .orElse("");
    }

    private Optional<String> joined(VnfInstance vnf, String connectionPoint) {
        return member(vnf)
                .flatMap(known -> known.connection(connectionPoint))
                .map(connection -> "vld/" + connection.virtualLink());
    }

    private Optional<VnfMember> member(VnfInstance vnf) {
        return service.nsd().member(vnf.memberIndex());
    }

    private boolean isUsed(VnfInstance vnf, VnfDescriptor vnfd, VirtualLink link) {
        String key = internalKey(vnf, link.id());
        return vnfd.vdus().stream()
                .flatMap(vdu -> vdu.interfaces().stream())
                .anyMatch(card -> of(vnf, card).filter(key::equals).isPresent());
    }

    private static String internalKey(VnfInstance vnf, String link) {
        return "vnf/" + vnf.memberIndex() + "/vl/" + link;
    }

    private Set<LaneId> lanesOf(String link) {
        Set<LaneId> lanes = new LinkedHashSet<>();
        for (VnfMember known : service.nsd().members()) {
            boolean joins =
                    known.connections().stream().anyMatch(c -> c.virtualLink().equals(link));
            if (joins) {
                service.topology()
                        .vnf(known.memberIndex())
                        .ifPresent(vnf -> lanes.add(LaneId.of(vnf.vim())));
            }
        }
        return lanes;
    }

    private void network(String key, VirtualLink link, LaneId lane, Optional<String> existing) {
        NetworkSpec spec = spec(key, link, existing);
        if (existing.isEmpty()) {
            desires.add(Desired.own(key, lane, spec));
            return;
        }
        Optional<String> id =
                clouds.inventory(lane).map(seen -> seen.networks().get(existing.get()));
        if (id.isPresent()) {
            desires.add(Desired.adopted(key, lane, spec, id.get()));
        } else {
            desires.refuse(
                    ErrorCode.NO_PLACEMENT,
                    "Network %s, wanted by link %s, is not on account %s",
                    existing.get(),
                    link.id(),
                    clouds.name(lane));
        }
    }

    private static NetworkSpec spec(String key, VirtualLink link, Optional<String> existing) {
        IpProfile ip =
                link.ipProfile()
                        .map(
                                given ->
                                        new IpProfile(
                                                given.cidr().orElse(""),
                                                given.gateway().orElse(""),
                                                given.dns(),
                                                given.dhcp().map(DhcpRange::enabled).orElse(true)))
                        .orElseGet(IpProfile::any);
        Optional<ProviderNetwork> provider = link.providerNetwork();
        String segment =
                provider.flatMap(ProviderNetwork::overlayType)
                        .map(
                                type ->
                                        provider.get()
                                                .segmentationId()
                                                .map(id -> type + ":" + id)
                                                .orElse(type))
                        .orElse("");
        return new NetworkSpec(
                existing.orElse(key),
                ip,
                provider.flatMap(ProviderNetwork::physicalNetwork).orElse(""),
                segment);
    }
}
