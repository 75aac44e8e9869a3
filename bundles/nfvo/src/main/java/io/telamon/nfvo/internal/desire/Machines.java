/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.descriptor.PlacementGroup;
import io.telamon.model.descriptor.PlacementRule;
import io.telamon.model.descriptor.PlacementScope;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.InterfaceSpec;
import io.telamon.model.resource.ServerGroupSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.nfvo.internal.plan.Desired;
import io.telamon.vim.spi.VimAbility;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The servers of a VNF with their images, flavors and placement groups. */
final class Machines {
    private final ServicePicture service;
    private final Clouds clouds;
    private final Desires desires;
    private final Links links;
    private final Shapes shapes;
    private final SecurityGroups security;
    private final MachineImages images;
    private final Volumes volumes;
    private final Stacks stacks;

    Machines(ServicePicture service, Clouds clouds, Desires desires, Links links) {
        this.service = service;
        this.clouds = clouds;
        this.desires = desires;
        this.links = links;
        shapes = new Shapes(service, desires);
        security = new SecurityGroups(service, clouds, desires);
        images = new MachineImages(service, clouds, desires);
        volumes = new Volumes(service, clouds, desires, images);
        stacks = new Stacks(service, clouds, desires, links, this);
    }

    /** Adds everything one VNF needs. */
    void add(VnfInstance vnf) {
        VnfDescriptor vnfd = service.vnfds().get(vnf.memberIndex());
        if (vnfd.stack().isPresent()) {
            stacks.add(vnf, vnfd.stack().get());
            return;
        }
        Map<String, String> groups = groups(vnf, vnfd);
        for (Vdu vdu : vnfd.vdus()) {
            int count = vnf.counts().getOrDefault(vdu.id(), 0);
            if (count == 0) {
                continue;
            }
            if (vdu.function().isPresent()) {
                desires.refuse(
                        ErrorCode.UNSUPPORTED,
                        "VDU %s of member %s is the serverless function %s; account %s has no"
                                + " serverless platform",
                        vdu.id(),
                        vnf.memberIndex(),
                        vdu.function().get().path(),
                        clouds.name(LaneId.of(vnf.vim())));
                continue;
            }
            boolean booted = volumes.boots(vnf, vdu);
            Value image = booted ? Value.of("") : image(vnf, vdu);
            Value flavor = flavor(vnf, vdu);
            Value group =
                    groups.containsKey(vdu.id()) ? Value.ref(groups.get(vdu.id())) : Value.of("");
            Parts parts = new Parts(image, flavor, group);
            for (int number = 0; number < count; number++) {
                desires.add(server(vnf, vdu, number, parts));
            }
        }
    }

    private Map<String, String> groups(VnfInstance vnf, VnfDescriptor vnfd) {
        Map<String, String> groupOf = new HashMap<>();
        for (PlacementGroup group : vnfd.placementGroups()) {
            String key = "vnf/" + vnf.memberIndex() + "/group/" + group.id();
            boolean apart = group.rule() == PlacementRule.ANTI_AFFINITY;
            String scope = group.scope() == PlacementScope.HOST ? "host" : "zone";
            desires.add(
                    Desired.own(key, LaneId.of(vnf.vim()), new ServerGroupSpec(key, apart, scope)));
            group.members().forEach(member -> groupOf.putIfAbsent(member, key));
        }
        return groupOf;
    }

    /** What all servers of a VDU have in common. */
    private record Parts(Value image, Value flavor, Value group) {}

    private Desired server(VnfInstance vnf, Vdu vdu, int number, Parts parts) {
        LaneId lane = LaneId.of(vnf.vim());
        String key = ServerKeys.of(vnf.memberIndex(), vdu.id(), number);
        List<InterfaceSpec> cards =
                vdu.interfaces().stream()
                        .flatMap(card -> card(vnf, number, card).stream())
                        .toList();
        ServerSpec spec =
                new ServerSpec(
                        key.replace('/', '-'),
                        parts.image(),
                        parts.flavor(),
                        cards,
                        zone(vnf, vdu),
                        parts.group(),
                        new ServerSpec.Day0(
                                vdu.day0().userData().orElse(""),
                                vdu.day0().configDrive()
                                        || vdu.interfaces().stream()
                                                .anyMatch(card -> links.isUntold(vnf, card)),
                                service.parameter("key-pair").orElse("")),
                        volumes.of(vnf, vdu, number));
        return Desired.own(key, lane, spec).reshaping(clouds.can(lane, VimAbility.SERVER_RESIZE));
    }

    /** A fixed address belongs to the first of several, whatever their number is. */
    private Optional<InterfaceSpec> card(VnfInstance vnf, int number, VduInterface card) {
        return links.of(vnf, card).map(network -> card(vnf, number, card, network));
    }

    private InterfaceSpec card(VnfInstance vnf, int number, VduInterface card, String network) {
        boolean first = number == 0;
        boolean open =
                card.traits().portSecurity().map(on -> !on).orElseGet(() -> isPassed(vnf, card));
        InterfaceSpec spec =
                new InterfaceSpec(
                        card.name(),
                        Value.ref(network),
                        first ? links.address(vnf, card) : "",
                        first ? card.address().mac().orElse("") : "",
                        card.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        open);
        return open ? spec : spec.in(security.of(vnf, card));
    }

    /** A function of a chain gets packets that are neither from it nor for it. */
    private boolean isPassed(VnfInstance vnf, VduInterface card) {
        return card.attachment()
                .externalConnectionPoint()
                .filter(point -> service.isPassed(vnf.memberIndex(), point))
                .isPresent();
    }

    private String zone(VnfInstance vnf, Vdu vdu) {
        LaneId lane = LaneId.of(vnf.vim());
        String wanted = vdu.placement().zone().orElse("");
        Set<String> there = clouds.inventory(lane).map(Inventory::zones).orElse(Set.of());
        if (!wanted.isEmpty() && !there.isEmpty() && !there.contains(wanted)) {
            desires.refuse(
                    ErrorCode.NO_PLACEMENT,
                    "Zone %s, wanted by VDU %s of member %s, is not on account %s, only %s",
                    wanted,
                    vdu.id(),
                    vnf.memberIndex(),
                    clouds.name(lane),
                    there.stream().sorted().toList());
        }
        return wanted;
    }

    /** The image of a VDU. */
    Value image(VnfInstance vnf, Vdu vdu) {
        return images.of(vnf, vdu, images.name(vnf, vdu));
    }

    /** The flavor of a VDU. */
    Value flavor(VnfInstance vnf, Vdu vdu) {
        FlavorSpec spec = shapes.of(vnf, vdu);
        String key = "flavor/" + spec.name();
        desires.add(Desired.shared(key, LaneId.of(vnf.vim()), spec));
        return Value.ref(key);
    }
}
