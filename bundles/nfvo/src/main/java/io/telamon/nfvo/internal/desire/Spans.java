/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.model.LaneId;
import io.telamon.model.VimAccountId;
import io.telamon.model.descriptor.VirtualLink;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.plan.SegmentClaim;
import io.telamon.model.resource.IpProfile;
import io.telamon.model.resource.NetworkSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Links over several clouds. The interconnect is the one that the link uses already, or that the
 * parameter {@code vld/<id>/interconnect} names, or the first that fits: one that makes a common
 * network before a routed one, then by name. Pure.
 */
final class Spans {
    /** Ability of an account's cloud, as plug-ins name it. */
    static final String ABILITY = "provider-network";

    private final ServicePicture service;
    private final Clouds clouds;
    private final Supplier<Joins> joins;
    private final List<Span> chosen = new ArrayList<>();

    Spans(ServicePicture service, Clouds clouds, Supplier<Joins> joins) {
        this.service = service;
        this.clouds = clouds;
        this.joins = joins;
    }

    /** All that was chosen. */
    List<Span> chosen() {
        return List.copyOf(chosen);
    }

    /**
     * Chooses for one link.
     *
     * @param refuse hears why, for people, when nothing fits
     */
    Optional<Span> of(VirtualLink link, String key, Set<LaneId> lanes, Consumer<String> refuse) {
        Joins seen = joins.get();
        List<String> obstacles = new ArrayList<>();
        for (Interconnect over : candidates(key, seen)) {
            Optional<String> obstacle = obstacle(link, over, lanes);
            if (obstacle.isEmpty()) {
                Optional<Integer> segment = segment(key, over, seen);
                if (segment.isPresent()) {
                    Span span = span(link, key, over, segment.get(), lanes);
                    chosen.add(span);
                    return Optional.of(span);
                }
                obstacle =
                        Optional.of(
                                "interconnect %s has no free VLAN of %d to %d"
                                        .formatted(
                                                over.name(),
                                                over.segments().first(),
                                                over.segments().last()));
            }
            obstacles.add(obstacle.get());
        }
        refuse.accept(refusal(link, lanes, seen, obstacles));
        return Optional.empty();
    }

    private List<Interconnect> candidates(String key, Joins seen) {
        Optional<Interconnect> own =
                seen.own(key).map(SegmentClaim::interconnect).flatMap(seen::find);
        Optional<String> wish = service.parameter(key + "/interconnect");
        return seen.known().stream()
                .filter(one -> wish.isEmpty() || isNamed(one, wish.get()))
                .sorted(
                        Comparator.comparing((Interconnect one) -> !one.equals(own.orElse(null)))
                                .thenComparing(Interconnect::kind)
                                .thenComparing(Interconnect::name))
                .toList();
    }

    private static boolean isNamed(Interconnect one, String wish) {
        return one.name().equals(wish) || one.id().value().equals(wish);
    }

    private Optional<String> obstacle(VirtualLink link, Interconnect over, Set<LaneId> lanes) {
        List<VimAccountId> vims = lanes.stream().map(lane -> new VimAccountId(lane.id())).toList();
        if (!over.joins(vims)) {
            return Optional.of(
                    "interconnect %s reaches %s only".formatted(over.name(), sides(over)));
        }
        Optional<LaneId> unable =
                lanes.stream().filter(lane -> !clouds.can(lane, ABILITY)).findFirst();
        if (unable.isPresent()) {
            return Optional.of(
                    "interconnect %s cannot be used: account %s lacks the ability %s (its credential"
                                    .formatted(over.name(), clouds.name(unable.get()), ABILITY)
                            + " may not choose wire and VLAN of a network)");
        }
        return range(link, over);
    }

    private static Optional<String> range(VirtualLink link, Interconnect over) {
        String fixed = Shares.fixed(link);
        if (fixed.isEmpty()) {
            return Optional.empty();
        }
        if (over.kind() == Interconnect.Kind.ROUTED) {
            return Optional.of(
                    "interconnect %s is routed and gives each cloud a range of its own, but the"
                                    .formatted(over.name())
                            + " descriptor fixes "
                            + fixed);
        }
        boolean good =
                Ipv4Range.parse(fixed)
                        .filter(range -> Shares.suffices(range, over.sides().size()))
                        .isPresent();
        return good
                ? Optional.empty()
                : Optional.of(
                        "the range %s cannot be shared by the %d clouds of interconnect %s"
                                .formatted(fixed, over.sides().size(), over.name()));
    }

    private Optional<Integer> segment(String key, Interconnect over, Joins seen) {
        return seen.own(key)
                .filter(claim -> claim.interconnect().equals(over.id()))
                .map(SegmentClaim::segment)
                .or(() -> seen.free(over, chosen));
    }

    private Span span(
            VirtualLink link, String key, Interconnect over, int segment, Set<LaneId> lanes) {
        Shares shares = new Shares(link, over, segment);
        Map<LaneId, NetworkSpec> networks = new LinkedHashMap<>();
        for (Interconnect.Side side : over.sides()) {
            LaneId lane = LaneId.of(side.vim());
            if (lanes.contains(lane)) {
                networks.put(
                        lane,
                        new NetworkSpec(
                                key,
                                shares.of(side, networks.isEmpty()),
                                side.physicalNetwork(),
                                "vlan:" + segment,
                                over.segments().mtu()));
            }
        }
        return new Span(
                link.id(), key, over, segment, networks, words(link, over, segment, networks));
    }

    private String words(
            VirtualLink link, Interconnect over, int segment, Map<LaneId, NetworkSpec> networks) {
        String sides =
                networks.entrySet().stream()
                        .map(net -> clouds.name(net.getKey()) + " " + words(net.getValue().ip()))
                        .collect(Collectors.joining("; "));
        return "Link %s spans %s over interconnect %s (%s), VLAN %d: %s"
                .formatted(
                        link.id(),
                        names(networks.keySet()),
                        over.name(),
                        over.kind().word(),
                        segment,
                        sides);
    }

    private static String words(IpProfile ip) {
        String pools =
                ip.pools().stream()
                        .map(pool -> pool.first() + " to " + pool.last())
                        .collect(Collectors.joining(" and "));
        return "has "
                + (pools.isEmpty() ? "" : pools + " of ")
                + ip.cidr()
                + (ip.dhcp() ? " and DHCP" : "");
    }

    private String refusal(
            VirtualLink link, Set<LaneId> lanes, Joins seen, List<String> obstacles) {
        String why =
                obstacles.isEmpty()
                        ? seen.known().isEmpty()
                                ? "there is no interconnect"
                                : "there is no interconnect "
                                        + service.parameter("vld/" + link.id() + "/interconnect")
                                                .orElse("")
                        : String.join("; ", obstacles);
        return "Link %s would span %s, and nothing joins them: %s. Place its members on one account, register an interconnect of these accounts, or name a shared provider network with vld/%s/vim-network-name"
                .formatted(link.id(), names(lanes), why, link.id());
    }

    private String names(Set<LaneId> lanes) {
        return lanes.stream().map(clouds::name).collect(Collectors.joining(" and "));
    }

    private String sides(Interconnect over) {
        return over.sides().stream()
                .map(side -> clouds.name(LaneId.of(side.vim())))
                .collect(Collectors.joining(" and "));
    }
}
