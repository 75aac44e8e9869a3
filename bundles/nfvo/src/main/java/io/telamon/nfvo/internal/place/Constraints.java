/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.place;

import io.telamon.model.LaneId;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Inventory;
import io.telamon.model.instance.Quota;
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.nfvo.internal.plan.Refusal;
import io.telamon.northbound.api.NsChange;
import io.telamon.northbound.api.PlacementRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an account must have to take a group of members; the first thing it lacks is told. Pure. */
final class Constraints {
    private final Clouds clouds;
    private final Room room;
    private final PlacementRules rules;
    private final Map<String, String> parameters;

    Constraints(Clouds clouds, Room room, NsChange.Instantiate change) {
        this.clouds = clouds;
        this.room = room;
        this.rules = change.rules();
        this.parameters = change.parameters();
    }

    /**
     * Why an account cannot take the group, for people; empty when it can.
     *
     * @param group descriptors of the members that go together
     * @param demand what they need
     */
    Optional<String> obstacle(Account account, List<VnfDescriptor> group, Quota demand) {
        LaneId lane = account.lane();
        Optional<Inventory> seen = clouds.inventory(lane);
        if (seen.isEmpty()) {
            return Optional.of(
                    Optional.ofNullable(clouds.unusable().get(lane))
                            .map(Refusal::reason)
                            .orElse("it does not answer"));
        }
        return Stream.<Function<Account, Optional<String>>>of(
                        one -> named(one, group),
                        this::labels,
                        one -> latency(one, seen.get()),
                        one -> zones(seen.get(), group),
                        one -> abilities(seen.get(), group),
                        one -> room.lacks(lane, demand))
                .flatMap(rule -> rule.apply(account).stream())
                .findFirst();
    }

    /** Names of accounts in the descriptor count only where such accounts are known. */
    private Optional<String> named(Account account, List<VnfDescriptor> group) {
        Set<String> wanted = new TreeSet<>();
        vdus(group).forEach(vdu -> wanted.addAll(vdu.placement().vims()));
        boolean known =
                clouds.accounts().values().stream().anyMatch(a -> wanted.contains(a.name()));
        return known && !wanted.contains(account.name())
                ? Optional.of("the descriptor wants one of " + wanted)
                : Optional.empty();
    }

    private Optional<String> labels(Account account) {
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, String> wanted : rules.labels().entrySet()) {
            String has = account.labels().get(wanted.getKey());
            if (!wanted.getValue().equals(has)) {
                missing.add(
                        "label "
                                + wanted.getKey()
                                + " is "
                                + (has == null ? "not set" : has)
                                + ", wanted "
                                + wanted.getValue());
            }
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", missing));
    }

    private Optional<String> latency(Account account, Inventory seen) {
        if (rules.maxLatencyMs() <= 0) {
            return Optional.empty();
        }
        Optional<Latency> known = Latency.of(account, seen);
        if (known.isEmpty()) {
            return Optional.of(Latency.UNKNOWN);
        }
        return known.get().millis() <= rules.maxLatencyMs()
                ? Optional.empty()
                : Optional.of(
                        "latency "
                                + known.get().words()
                                + ", wanted at most "
                                + rules.maxLatencyMs());
    }

    private static Optional<String> zones(Inventory seen, List<VnfDescriptor> group) {
        if (seen.zones().isEmpty()) {
            return Optional.empty();
        }
        return vdus(group)
                .flatMap(vdu -> vdu.placement().zone().stream())
                .filter(zone -> !zone.isEmpty() && !seen.zones().contains(zone))
                .findFirst()
                .map(
                        zone ->
                                "it has no zone "
                                        + zone
                                        + ", only "
                                        + seen.zones().stream().sorted().toList());
    }

    private Optional<String> abilities(Inventory seen, List<VnfDescriptor> group) {
        return group.stream()
                .flatMap(vnfd -> Needs.of(vnfd, parameters).entrySet().stream())
                .filter(need -> !seen.abilities().contains(need.getKey()))
                .findFirst()
                .map(need -> "it has no " + need.getValue() + " (" + need.getKey() + ")");
    }

    private static Stream<Vdu> vdus(List<VnfDescriptor> group) {
        return group.stream().flatMap(vnfd -> vnfd.vdus().stream());
    }
}
