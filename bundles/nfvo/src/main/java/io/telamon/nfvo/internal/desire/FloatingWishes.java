/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VduInterface;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.VnfInstance;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which cards want a floating address, and from which network outside. A card wants one when the
 * parameter {@code vnf/<member>/vdu/<vdu>/<card>/floating-ip} says so, else when the descriptor
 * does, else, on accounts with the setting {@code floating-ip=management}, when the VNF is managed
 * at it. The wish is a network's name, an address, or any. Without a name the network is that of
 * the parameter or of the account's setting {@code external-network}, or the only one there is.
 */
final class FloatingWishes {
    private static final String NETWORK = "external-network";
    private static final String ADDRESS = "\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]+";
    private static final Set<String> NONE = Set.of("none", "no", "false", "");
    private static final Set<String> ANY = Set.of("random", "any", "yes", "true");

    private final ServicePicture service;
    private final Clouds clouds;
    private final Desires desires;

    FloatingWishes(ServicePicture service, Clouds clouds, Desires desires) {
        this.service = service;
        this.clouds = clouds;
        this.desires = desires;
    }

    /**
     * What is wished.
     *
     * @param pool name of the network outside
     * @param external its id
     * @param address wanted address, empty for any
     */
    record FloatingWish(String pool, String external, String address) {
        FloatingWish anyAddress() {
            return new FloatingWish(pool, external, "");
        }
    }

    /** True when the card wants an address. */
    boolean asks(VnfInstance vnf, Vdu vdu, VduInterface card) {
        return !NONE.contains(word(vnf, vdu, card).toLowerCase(Locale.ROOT));
    }

    private String word(VnfInstance vnf, Vdu vdu, VduInterface card) {
        String name =
                "vnf/"
                        + vnf.memberIndex()
                        + "/vdu/"
                        + vdu.id()
                        + "/"
                        + card.name()
                        + "/floating-ip";
        boolean managed =
                card.traits().management()
                        && setting(LaneId.of(vnf.vim()), "floating-ip").equals("management");
        return service.parameter(name)
                .or(card.address()::floatingIp)
                .orElse(managed ? "any" : "none");
    }

    private String setting(LaneId lane, String name) {
        Account account = clouds.accounts().get(lane);
        return account == null ? "" : account.settings().getOrDefault(name, "").strip();
    }

    /** What a card that wants one wishes; empty when that cannot be, which is refused. */
    Optional<FloatingWish> of(VnfInstance vnf, Vdu vdu, VduInterface card) {
        LaneId lane = LaneId.of(vnf.vim());
        Map<String, String> there = clouds.inventory(lane).orElseThrow().externalNetworks();
        String word = word(vnf, vdu, card);
        boolean literal = word.matches(ADDRESS);
        boolean named = !literal && !ANY.contains(word.toLowerCase(Locale.ROOT));
        String wanted =
                service.parameter(NETWORK)
                        .or(
                                () ->
                                        Optional.of(word)
                                                .filter(name -> named && there.containsKey(name)))
                        .or(() -> Optional.of(setting(lane, NETWORK)).filter(s -> !s.isEmpty()))
                        .orElse(named ? word : only(there));
        if (wanted.isEmpty() || !there.containsKey(wanted)) {
            refuse(vnf, card, wanted, lane);
            return Optional.empty();
        }
        return Optional.of(new FloatingWish(wanted, there.get(wanted), literal ? word : ""));
    }

    /** Networks are known by name and by id. */
    private static String only(Map<String, String> there) {
        return there.values().stream().distinct().count() == 1
                ? there.keySet().stream()
                        .filter(name -> !name.equals(there.get(name)))
                        .findFirst()
                        .orElseGet(() -> there.keySet().iterator().next())
                : "";
    }

    private void refuse(VnfInstance vnf, VduInterface card, String wanted, LaneId lane) {
        desires.refuse(
                ErrorCode.NO_PLACEMENT,
                wanted.isEmpty()
                        ? "Interface %2$s of member %3$s wants a floating address, and account %4$s"
                                + " has no external network or several: name one in its setting"
                                + " external-network or in the parameter external-network, or give"
                                + " floating-addresses=skip"
                        : "External network %1$s, wanted for a floating address of interface %2$s of"
                                + " member %3$s, is not on account %4$s",
                wanted,
                card.name(),
                vnf.memberIndex(),
                clouds.name(lane));
    }
}
