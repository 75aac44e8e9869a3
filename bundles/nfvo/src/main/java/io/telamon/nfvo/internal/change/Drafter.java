/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.nfvo.internal.change;

import io.telamon.errors.ErrorCode;
import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.instance.Interconnect;
import io.telamon.model.instance.NsInstance;
import io.telamon.model.instance.Quota;
import io.telamon.model.plan.SegmentClaim;
import io.telamon.model.plan.Task;
import io.telamon.model.resource.Resource;
import io.telamon.model.resource.ResourceState;
import io.telamon.nfvo.internal.desire.Clouds;
import io.telamon.nfvo.internal.desire.DesiredTopology;
import io.telamon.nfvo.internal.desire.Joins;
import io.telamon.nfvo.internal.plan.Desired;
import io.telamon.nfvo.internal.plan.Plan;
import io.telamon.nfvo.internal.plan.PlanInput;
import io.telamon.nfvo.internal.plan.Planner;
import io.telamon.nfvo.internal.plan.Refusal;
import io.telamon.nfvo.internal.plan.SharedState;
import io.telamon.store.api.UnitOfWork;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Works a change out against what is recorded, inside a transaction of the caller: reads what the
 * planner must see and asks it. Called once without locks (dry run, to know the accounts) and once
 * under the accounts' locks, so that what the plan was based on still holds when it is written.
 */
final class Drafter {
    private final Clock clock;

    Drafter(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is to be worked out.
     *
     * @param instance the service as recorded
     * @param operation the operation its tasks will belong to
     * @param wish the change as decided
     * @param clouds accounts and inventories
     * @param doubts what the records do not tell
     */
    record Ask(
            NsInstance instance, OperationId operation, Wish wish, Clouds clouds, Doubts doubts) {}

    /**
     * What the records do not tell of things that an operation left half done.
     *
     * @param neverSent recorded things for which no call was ever made
     * @param uncertain recorded things whose last change may or may not have arrived
     */
    record Doubts(Set<ResourceId> neverSent, Set<ResourceId> uncertain) {
        /** The records tell all. */
        static Doubts none() {
            return new Doubts(Set.of(), Set.of());
        }
    }

    /**
     * Accounts that the draft may touch, in the one order in which they are locked: all that the
     * service wants, has or claims. Cheaper than a draft, which is made under the locks only.
     */
    SortedSet<LaneId> lanes(UnitOfWork work, Ask ask) {
        SortedSet<LaneId> lanes = new TreeSet<>();
        desired(work, ask).things().forEach(wish -> lanes.add(wish.lane()));
        NsInstanceId id = ask.instance().id();
        work.resources().ofInstance(id).forEach(known -> lanes.add(known.owner().lane()));
        work.claims().ofInstance(id).forEach(claim -> lanes.add(claim.lane()));
        return lanes;
    }

    /** Works it out. */
    Draft draft(UnitOfWork work, Ask ask) {
        NsInstance instance = ask.instance();
        Wish wish = ask.wish();
        DesiredTopology desired = desired(work, ask);
        List<Resource> recorded = work.resources().ofInstance(instance.id());
        Set<PlanInput.SharedKey> claims = new HashSet<>();
        work.claims()
                .ofInstance(instance.id())
                .forEach(
                        claim ->
                                claims.add(
                                        new PlanInput.SharedKey(claim.lane(), claim.sharedKey())));
        Map<PlanInput.SharedKey, SharedState> shared = shared(work, desired.things(), claims);
        PlanInput input =
                new PlanInput(
                        instance.tenant(),
                        instance.id(),
                        ask.operation(),
                        desired.things(),
                        recorded,
                        ask.doubts().neverSent(),
                        ask.doubts().uncertain(),
                        wish.renew(),
                        wish.acts(),
                        claims,
                        shared,
                        clock.instant());
        Plan plan = new Planner(() -> TaskId.create().value()).plan(input);
        Map<LaneId, Quota> before = Holdings.recorded(recorded, shared);
        Map<LaneId, Quota> after = Holdings.desired(desired.things());
        List<Refusal> refusals = new ArrayList<>(wish.refusals());
        refusals.addAll(desired.refusals());
        unknown(wish, desired.things()).ifPresent(refusals::add);
        refusals.addAll(
                new QuotaCheck(work, ask.clouds()).refusals(instance.tenant(), before, after));
        return new Draft(
                wish, plan, before, after, desired.spans(), refusals.stream().distinct().toList());
    }

    /** A part that is named for repair or action must be one of the service. */
    private static Optional<Refusal> unknown(Wish wish, List<Desired> things) {
        Set<String> keys = new TreeSet<>(wish.renew());
        keys.addAll(wish.acts().keySet());
        things.forEach(thing -> keys.remove(thing.key()));
        return keys.isEmpty() || wish.empty()
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                ErrorCode.INVALID_ARGUMENT,
                                "The service has no part "
                                        + String.join(", ", keys)
                                        + "; ns:resources lists them"));
    }

    private static DesiredTopology desired(UnitOfWork work, Ask ask) {
        return ask.wish().empty()
                ? new DesiredTopology(List.of(), List.of(), List.of())
                : DesiredTopology.of(
                        ask.wish().service(), ask.clouds(), () -> joins(work, ask.instance()));
    }

    private static Joins joins(UnitOfWork work, NsInstance instance) {
        List<Interconnect> known = work.interconnects().list(instance.tenant());
        List<SegmentClaim> taken =
                known.stream()
                        .flatMap(one -> work.interconnects().claims(one.id()).stream())
                        .toList();
        return new Joins(instance.id(), known, taken);
    }

    private static Map<PlanInput.SharedKey, SharedState> shared(
            UnitOfWork work, List<Desired> things, Set<PlanInput.SharedKey> claims) {
        Set<PlanInput.SharedKey> keys = new LinkedHashSet<>(claims);
        things.stream()
                .filter(Desired::shared)
                .forEach(wish -> keys.add(new PlanInput.SharedKey(wish.lane(), wish.key())));
        Map<PlanInput.SharedKey, SharedState> states = new HashMap<>();
        for (PlanInput.SharedKey key : keys) {
            work.resources()
                    .shared(key.lane(), key.key())
                    .map(found -> state(work, key, found, claims))
                    .filter(state -> !wentMeanwhile(work, key, state))
                    .ifPresent(state -> states.put(key, state));
        }
        return states;
    }

    /** True when its deletion ended between the two reads: the record must not be used again. */
    private static boolean wentMeanwhile(
            UnitOfWork work, PlanInput.SharedKey key, SharedState state) {
        return state.resource().state() == ResourceState.DELETING
                && state.open().isEmpty()
                && work.resources().shared(key.lane(), key.key()).isEmpty();
    }

    /** Counts the claims only where the answer decides: on what the instance may give back. */
    private static SharedState state(
            UnitOfWork work,
            PlanInput.SharedKey key,
            Resource found,
            Set<PlanInput.SharedKey> claims) {
        List<TaskId> open = work.tasks().openOn(found.id()).stream().map(Task::id).toList();
        long users = claims.contains(key) ? work.claims().count(key.lane(), key.key()) : 0;
        return new SharedState(found, users, open);
    }
}
