/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal.world;

import io.telamon.simkit.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one network outside that each world has, the routers to it and the addresses in it. Guarded
 * by its world.
 */
final class Outside {
    /** Name and id of the network. */
    static final String NAME = "public";

    private static final String ADDRESS = "address/floating";
    private static final String GATEWAY = "address/gateway";

    private final Estate estate;
    private final Addresses addresses = new Addresses("198.18.0.0/15", "198.18.0.1", "");

    Outside(Estate estate) {
        this.estate = estate;
    }

    /** Gives an address away or takes it back. */
    void use(Thing thing, boolean in) {
        String own =
                thing.kind() == Kind.FLOATING
                        ? ADDRESS
                        : thing.kind() == Kind.ROUTER ? GATEWAY : "";
        if (!own.isEmpty() && in) {
            addresses.take(thing.attributes().get(own));
        } else if (!own.isEmpty()) {
            addresses.give(thing.attributes().get(own));
        }
    }

    /** Networks that a router joins. */
    static List<String> networks(Thing router) {
        return Arrays.stream(router.attributes().getOrDefault("networks", "").split(","))
                .filter(network -> !network.isEmpty())
                .toList();
    }

    Map<String, String> router(Draft draft) {
        checkOutside(draft);
        return Map.of("networks", joined(draft), GATEWAY, addresses.choose("", Set.of()));
    }

    Map<String, String> joins(Draft draft) {
        return Map.of("networks", joined(draft));
    }

    private String joined(Draft draft) {
        List<String> networks =
                Arrays.stream(draft.text("subnets").split(","))
                        .filter(subnet -> !subnet.isEmpty())
                        .map(subnet -> subnet.replaceFirst("^subnet-", "network-"))
                        .map(network -> estate.referred(Kind.NETWORK, network).id())
                        .toList();
        return String.join(",", networks);
    }

    Map<String, String> floating(Draft draft) {
        checkOutside(draft);
        String address = addresses.choose(draft.text("address"), Set.of());
        return Map.of(ADDRESS, address, "port", draft.text("port"), "address/fixed", fixed(draft));
    }

    Map<String, String> leads(Draft draft) {
        return Map.of("port", draft.text("port"), "address/fixed", fixed(draft));
    }

    private static void checkOutside(Draft draft) {
        if (!NAME.equals(draft.text("external"))) {
            throw new Refusal(
                    400, "bad-reference", "There is no external %s", draft.text("external"));
        }
    }

    /** Address of the card, whose network must be joined by a router. */
    private String fixed(Draft draft) {
        String port = draft.text("port");
        if (port.isEmpty()) {
            return "";
        }
        for (Thing server : estate.shelf(Kind.SERVER).all()) {
            for (Draft.Card card : server.draft().cards()) {
                if (port.equals(server.attributes().get("port/" + card.name()))) {
                    router(server.attributes().get("network/" + card.name()));
                    return server.attributes().get("address/" + card.name());
                }
            }
        }
        throw new Refusal(400, "bad-reference", "There is no port %s", port);
    }

    private Thing router(String network) {
        return estate.shelf(Kind.ROUTER).all().stream()
                .filter(router -> networks(router).contains(network))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        400,
                                        "no-way",
                                        "No router joins the network %s to %s",
                                        network,
                                        NAME));
    }

    /** Things that would lose their way if the router or network went. */
    Optional<Thing> dependant(Thing going) {
        List<String> networks = going.kind() == Kind.ROUTER ? networks(going) : List.<String>of();
        return estate.shelf(Kind.FLOATING).all().stream()
                .filter(floating -> leadsInto(floating, networks))
                .findFirst();
    }

    private boolean leadsInto(Thing floating, List<String> networks) {
        String port = floating.attributes().get("port");
        return networks.stream()
                .flatMap(network -> estate.users(network).stream())
                .flatMap(server -> estate.shelf(Kind.SERVER).id(server).stream())
                .anyMatch(server -> server.attributes().containsValue(port));
    }
}
