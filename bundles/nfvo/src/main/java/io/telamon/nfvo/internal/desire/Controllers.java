/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.desire;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.descriptor.ForwardingPath;
import io.telamon.model.descriptor.PathHop;
import io.telamon.model.descriptor.TrafficClassifier;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.VnfInstance;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses the SDN account that makes the chain of a path: the one of the parameter {@code
 * sdn-account}, else for each VIM account of the path's members the one that its setting {@code
 * sdn-account} names, else the one that rides on it, else the only one that stands alone. A path
 * lies on one cloud, unless a controller that stands alone is named for all of its clouds.
 */
final class Controllers {
    private static final String WISH = "sdn-account";

    private final ServicePicture service;
    private final Clouds clouds;

    Controllers(ServicePicture service, Clouds clouds) {
        this.service = service;
        this.clouds = clouds;
    }

    /**
     * What was chosen.
     *
     * @param lane the SDN account; null when there is none
     * @param reason why there is none, and what to do
     */
    record Choice(LaneId lane, String reason) {}

    Choice of(ForwardingPath path) {
        Set<LaneId> lanes = lanes(path);
        Set<String> wishes = wishes(lanes);
        if (wishes.size() > 1) {
            return none(
                    "its members are on %s, each with an SDN account of its own; a chain lies on one"
                            + " cloud: place them on one",
                    names(lanes));
        }
        List<Account> fitting = wishes.isEmpty() ? unnamed(lanes) : named(wishes.iterator().next());
        if (fitting.size() != 1) {
            return wishes.isEmpty()
                    ? undecided(lanes, fitting)
                    : none("there is no SDN account %s; sdn:list shows them", wishes);
        }
        return checked(lanes, fitting.get(0), !wishes.isEmpty());
    }

    /** Clouds of the members that the path passes or begins at. */
    private Set<LaneId> lanes(ForwardingPath path) {
        Stream<String> sources =
                path.classifiers().stream()
                        .map(TrafficClassifier::source)
                        .flatMap(source -> source.memberIndex().stream());
        return Stream.concat(path.hops().stream().map(PathHop::memberIndex), sources)
                .flatMap(member -> service.topology().vnf(member).stream())
                .map(VnfInstance::vim)
                .map(LaneId::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> wishes(Set<LaneId> lanes) {
        Optional<String> wish = service.parameter(WISH);
        if (wish.isPresent()) {
            return Set.of(wish.get());
        }
        Set<String> named = new LinkedHashSet<>();
        for (LaneId lane : lanes) {
            Account vim = clouds.accounts().get(lane);
            String name = vim == null ? "" : vim.settings().getOrDefault(WISH, "");
            if (!name.isBlank()) {
                named.add(name);
            }
        }
        return named;
    }

    private Stream<Account> known() {
        return clouds.accounts().values().stream()
                .filter(account -> account.lane().kind() == LaneKind.SDN);
    }

    private List<Account> named(String wish) {
        return known().filter(one -> one.name().equals(wish) || one.lane().id().equals(wish))
                .toList();
    }

    /** Those that ride on one of the clouds; without such, those that stand alone. */
    private List<Account> unnamed(Set<LaneId> lanes) {
        List<Account> riders =
                known().filter(one -> vim(one).filter(lanes::contains).isPresent()).toList();
        return riders.isEmpty() ? known().filter(one -> vim(one).isEmpty()).toList() : riders;
    }

    private static Optional<LaneId> vim(Account account) {
        return account.vimAccount().map(id -> new LaneId(LaneKind.VIM, id));
    }

    private Choice undecided(Set<LaneId> lanes, List<Account> fitting) {
        if (fitting.isEmpty()) {
            return none(
                    "%s has no SDN account: add one, name it in the setting sdn-account of the VIM"
                            + " account or in the parameter sdn-account, or give"
                            + " forwarding-graphs=skip",
                    names(lanes));
        }
        return none(
                "several SDN accounts could make its chain (%s): name one in the setting sdn-account"
                        + " of the VIM account or in the parameter sdn-account",
                fitting.stream().map(Account::name).collect(Collectors.joining(", ")));
    }

    private Choice checked(Set<LaneId> lanes, Account chosen, boolean wished) {
        Optional<LaneId> vim = vim(chosen);
        boolean elsewhere =
                vim.isPresent() && lanes.stream().anyMatch(lane -> !vim.get().equals(lane));
        if (elsewhere) {
            return none(
                    "SDN account %s makes chains on %s only, and its members are on %s: place them on"
                            + " one cloud",
                    chosen.name(), clouds.name(vim.get()), names(lanes));
        }
        if (lanes.size() > 1 && !wished) {
            return none(
                    "its members are on %s; a chain lies on one cloud: place them on one, or name an"
                            + " SDN account that spans them in the parameter sdn-account",
                    names(lanes));
        }
        return new Choice(chosen.lane(), "");
    }

    private String names(Set<LaneId> lanes) {
        return lanes.stream().map(clouds::name).collect(Collectors.joining(" and "));
    }

    private static Choice none(String format, Object... args) {
        return new Choice(null, String.format(format, args));
    }
}
