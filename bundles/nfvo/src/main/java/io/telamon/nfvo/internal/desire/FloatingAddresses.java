/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.instance.VnfInstance;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.Value;
import io.telamon.nfvo.internal.desire.FloatingWishes.FloatingWish;
import io.telamon.nfvo.internal.plan.Desired;
import io.telamon.vim.spi.VimAbility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The floating addresses of cards, and one router for each cloud and network outside that joins the
 * service's own networks to it. Networks that were there before have a router of their own.
 */
final class FloatingAddresses {
    private final ServicePicture service;
    private final Clouds clouds;
    private final Desires desires;
    private final Links links;
    private final FloatingWishes wishes;
    private final Map<RouterKey, Set<String>> routed = new LinkedHashMap<>();
    private final List<Place> places = new ArrayList<>();

    FloatingAddresses(ServicePicture service, Clouds clouds, Desires desires, Links links) {
        this.service = service;
        this.clouds = clouds;
        this.desires = desires;
        this.links = links;
        wishes = new FloatingWishes(service, clouds, desires);
    }

    /** A router: where, and to which network outside. */
    private record RouterKey(LaneId lane, String key, String external) {}

    /** An address to be, and the router that leads to it, which may be somebody else's. */
    private record Place(
            LaneId lane, String server, String card, FloatingWish wish, Optional<RouterKey> by) {
        Desired desired() {
            String key = server + "/floating/" + card;
            FloatingAddressSpec spec =
                    new FloatingAddressSpec(
                            key.replace('/', '-'),
                            wish.external(),
                            Value.ref(server, "port/" + card),
                            by.map(router -> Value.ref(router.key())).orElseGet(() -> Value.of("")),
                            wish.address());
            return Desired.own(key, lane, spec);
        }
    }

    /** Adds routers and addresses. */
    void add() {
        if (service.parameter("floating-addresses").filter("skip"::equals).isPresent()) {
            return;
        }
        for (VnfInstance vnf : service.topology().vnfs()) {
            for (Vdu vdu : service.vnfds().get(vnf.memberIndex()).vdus()) {
                if (vnf.counts().getOrDefault(vdu.id(), 0) > 0) {
                    vdu.interfaces().forEach(card -> add(vnf, vdu, card));
                }
            }
        }
        routed.forEach((router, networks) -> desires.add(router(router, networks)));
        places.forEach(place -> desires.add(place.desired()));
    }

    private static Desired router(RouterKey router, Set<String> networks) {
        List<Value> subnets = networks.stream().map(key -> Value.ref(key, "subnet")).toList();
        String name = router.key().replace('/', '-');
        RouterSpec spec = new RouterSpec(name, router.external(), subnets);
        return Desired.own(router.key(), router.lane(), spec);
    }

    private void add(VnfInstance vnf, Vdu vdu, VduInterface card) {
        LaneId lane = LaneId.of(vnf.vim());
        Optional<String> network = links.of(vnf, card);
        boolean asked = network.isPresent() && wishes.asks(vnf, vdu, card);
        if (!asked || clouds.inventory(lane).isEmpty()) {
            return;
        }
        if (!clouds.can(lane, VimAbility.FLOATING_ADDRESS)) {
            desires.refuse(
                    ErrorCode.UNSUPPORTED,
                    "Account %s does not offer floating addresses (%s), wanted by interface %s of"
                            + " VDU %s of member %s; floating-addresses=skip goes without",
                    clouds.name(lane),
                    VimAbility.FLOATING_ADDRESS,
                    card.name(),
                    vdu.id(),
                    vnf.memberIndex());
            return;
        }
        wishes.of(vnf, vdu, card)
                .ifPresent(wish -> place(vnf, vdu, card.name(), wish, network.orElseThrow()));
    }

    private void place(VnfInstance vnf, Vdu vdu, String card, FloatingWish wish, String network) {
        LaneId lane = LaneId.of(vnf.vim());
        boolean own =
                desires.known(lane, network).filter(net -> net.adoptHandle().isEmpty()).isPresent();
        Optional<RouterKey> router =
                own
                        ? Optional.of(new RouterKey(lane, "router/" + wish.pool(), wish.external()))
                        : Optional.empty();
        router.ifPresent(
                key -> routed.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(network));
        for (int number = 0; number < vnf.counts().get(vdu.id()); number++) {
            String server = ServerKeys.of(vnf.memberIndex(), vdu.id(), number);
            places.add(
                    new Place(lane, server, card, number == 0 ? wish : wish.anyAddress(), router));
        }
    }
}
