/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.place;

import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.descriptor.NsDescriptor;
import io.telamon.model.descriptor.Vdu;
import io.telamon.model.descriptor.VnfDescriptor;
import io.telamon.model.instance.Account;
import io.telamon.model.instance.Quota;
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.nfvo.internal.plan.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Chooses an account for each member: wishes first, then constraints, then the account with most
 * room. Members that share a new network stay together. Every decision says why. Pure.
 */
public final class Placement {
    private final NsDescriptor nsd;
    private final Map<String, VnfDescriptor> vnfds;
    private final Map<String, String> wishes;
    private final Clouds clouds;
    private final Room room;

    /**
     * What is to be placed, and where it could go.
     *
     * @param wishes account id or name by member index; {@code *} for all others
     */
    public Placement(
            NsDescriptor nsd,
            Map<String, VnfDescriptor> vnfds,
            Map<String, String> wishes,
            Clouds clouds,
            Room room) {
        this.nsd = nsd;
        this.vnfds = vnfds;
        this.wishes = wishes;
        this.clouds = clouds;
        this.room = room;
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
            Optional<LaneId> account = account(wish);
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
        List<LaneId> fitting = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Account account : clouds.accounts().values()) {
            if (account.lane().kind() == LaneKind.VIM) {
                Optional<String> obstacle = obstacle(account, members, demand);
                obstacle.ifPresentOrElse(
                        why -> refused.add(account.name() + " refused: " + why),
                        () -> fitting.add(account.lane()));
            }
        }
        String others = refused.isEmpty() ? "" : "; " + String.join("; ", refused);
        return fitting.stream()
                .max(Comparator.comparingLong(this::freeVcpus))
                .map(best -> chosen(members, best, others))
                .orElseGet(
                        () ->
                                members.stream()
                                        .map(member -> none(member, "no VIM account fits" + others))
                                        .toList());
    }

    private List<Decision> chosen(List<String> members, LaneId best, String others) {
        long free = freeVcpus(best);
        String amount = free == Long.MAX_VALUE ? "no limit on vCPUs" : free + " vCPUs free";
        String reason = clouds.name(best) + " has most room (" + amount + ")" + others;
        return members.stream().map(member -> new Decision(member, best, reason)).toList();
    }

    private Optional<String> obstacle(Account account, List<String> members, Quota demand) {
        LaneId lane = account.lane();
        if (clouds.inventory(lane).isEmpty()) {
            return Optional.of(
                    Optional.ofNullable(clouds.unusable().get(lane))
                            .map(Refusal::reason)
                            .orElse("it does not answer"));
        }
        Set<String> wanted = new TreeSet<>();
        for (String member : members) {
            for (Vdu vdu : vnfds.get(member).vdus()) {
                wanted.addAll(vdu.placement().vims());
            }
        }
        boolean known =
                clouds.accounts().values().stream().anyMatch(a -> wanted.contains(a.name()));
        if (known && !wanted.contains(account.name())) {
            return Optional.of("the descriptor wants one of " + wanted);
        }
        return room.lacks(lane, demand);
    }

    private long freeVcpus(LaneId lane) {
        long free = room.free(lane).vcpus();
        return free == Quota.UNLIMITED ? Long.MAX_VALUE : free;
    }

    private Optional<LaneId> account(String wish) {
        return clouds.accounts().values().stream()
                .filter(account -> account.lane().kind() == LaneKind.VIM)
                .filter(account -> account.name().equals(wish) || account.lane().id().equals(wish))
                .map(Account::lane)
                .findFirst();
    }

    private static Decision none(String member, String reason) {
        return new Decision(member, null, reason);
    }
}
