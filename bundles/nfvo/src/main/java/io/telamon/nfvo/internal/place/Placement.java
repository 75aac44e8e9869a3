/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.place;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Quota;
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.northbound.api.NsChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses an account for each member: wishes first, then constraints, then the best of those that
 * fit. Members that share a new network stay together. Every decision says why. Pure.
 */
public final class Placement {
    /** Accounts of each sort that a reason names; the rest is counted. */
    private static final int MOST_TOLD = 5;

    private final NsDescriptor nsd;
    private final Map<String, VnfDescriptor> vnfds;
    private final Map<String, String> wishes;
    private final Clouds clouds;
    private final Constraints constraints;
    private final Score score;

    /**
     * What is to be placed, and where it could go.
     *
     * @param change wishes: account id or name by member index, {@code *} for all others; rules for
     *     the rest
     */
    public Placement(
            NsDescriptor nsd,
            Map<String, VnfDescriptor> vnfds,
            NsChange.Instantiate change,
            Clouds clouds,
            Room room) {
        this.nsd = nsd;
        this.vnfds = vnfds;
        this.wishes = change.placement();
        this.clouds = clouds;
        constraints = new Constraints(clouds, room, change);
        score = new Score(room, change.rules().aim());
    }

    /**
     * Where one member goes.
     *
     * @param memberIndex member
     * @param account lane of the account, null when none fits
     * @param reason why
     */
    public record Decision(String memberIndex, LaneId account, String reason) {}

    /** One decision for each member, in the order of the descriptor. */
    public List<Decision> decide() {
        Map<String, Decision> decided = new HashMap<>();
        for (Set<String> group : Together.groups(nsd)) {
            decide(group).forEach(decision -> decided.put(decision.memberIndex(), decision));
        }
        return nsd.members().stream().map(member -> decided.get(member.memberIndex())).toList();
    }

    private List<Decision> decide(Set<String> group) {
        List<Decision> decisions = new ArrayList<>();
        List<String> open = new ArrayList<>();
        LaneId wished = null;
        for (String member : group) {
            String wish = wishes.getOrDefault(member, wishes.get("*"));
            if (wish == null) {
                open.add(member);
                continue;
            }
            Optional<LaneId> account = clouds.vim(wish);
            wished = account.orElse(wished);
            decisions.add(
                    account.map(lane -> new Decision(member, lane, "chosen by the request"))
                            .orElseGet(() -> none(member, "there is no VIM account " + wish)));
        }
        if (!open.isEmpty()) {
            decisions.addAll(wished == null ? choose(open) : follow(open, wished));
        }
        return decisions;
    }

    private List<Decision> follow(List<String> members, LaneId lane) {
        return members.stream()
                .map(
                        member ->
                                new Decision(
                                        member,
                                        lane,
                                        clouds.name(lane)
                                                + ", where the members it shares a network with go"))
                .toList();
    }

    private List<Decision> choose(List<String> members) {
        Quota demand =
                members.stream()
                        .map(member -> Demand.of(nsd, member, vnfds.get(member)))
                        .reduce(Quota.zero(), Quota::plus);
        List<VnfDescriptor> group = members.stream().map(vnfds::get).toList();
        List<Account> fitting = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Account account : clouds.accounts().values()) {
            if (account.lane().kind() == LaneKind.VIM) {
                constraints
                        .obstacle(account, group, demand)
                        .ifPresentOrElse(
                                why -> refused.add(account.name() + " refused: " + why),
                                () -> fitting.add(account));
            }
        }
        fitting.sort(score.order());
        return fitting.isEmpty() ? nowhere(members, refused) : best(members, fitting, refused);
    }

    private static List<Decision> nowhere(List<String> members, List<String> refused) {
        String why =
                "no VIM account fits"
                        + (refused.isEmpty() ? "" : "; ")
                        + String.join("; ", refused);
        return members.stream().map(member -> none(member, why)).toList();
    }

    private List<Decision> best(List<String> members, List<Account> fitting, List<String> refused) {
        Account best = fitting.get(0);
        List<String> words = new ArrayList<>();
        words.add(best.name() + " " + score.praise(best));
        fitting.stream()
                .skip(1)
                .limit(MOST_TOLD)
                .forEach(other -> words.add(other.name() + " fits too: " + score.worth(other)));
        if (fitting.size() > MOST_TOLD + 1) {
            words.add((fitting.size() - MOST_TOLD - 1) + " more fit");
        }
        refused.stream().limit(MOST_TOLD).forEach(words::add);
        if (refused.size() > MOST_TOLD) {
            words.add((refused.size() - MOST_TOLD) + " more refused");
        }
        String reason = String.join("; ", words);
        return members.stream().map(member -> new Decision(member, best.lane(), reason)).toList();
    }

    private static Decision none(String member, String reason) {
        return new Decision(member, null, reason);
    }
}
