/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.table;

import io.telamon.edge.kit.EndPoint;
import io.telamon.edge.relay.Destination;
import io.telamon.edge.relay.policy.IndexedHeap;
import io.telamon.edge.relay.policy.Policy;
import io.telamon.edge.relay.policy.Weighing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The destinations of one function in one table. Those that rest are set aside until one comes
 * back; when all rest, they are tried nevertheless. New ones, and ones not heard of for a second,
 * get single requests now and then under policies that would not look at them.
 */
public final class Entry {
    private static final long TRIAL_AGE = 1_000_000_000L;
    private static final long TRIAL_GAP = 5_000_000L;
    private static final long UNKNOWN = 20_000_000L;
    private static final int FLUSHES = 16;

    /** The weight that controllers give whomever they announce. */
    private static final double ANNOUNCED = 1;

    private final Map<EndPoint, Member> members = new LinkedHashMap<>();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private final List<Member> bySlot = new ArrayList<>();
    private final ArrayDeque<Member> aside = new ArrayDeque<>();
    private final LongSupplier recoveries;
    private Policy policy;
    private Weighing weighing;
    private IndexedHeap trials = new IndexedHeap();
    private ArrayDeque<Member> touched = new ArrayDeque<>();
    private ArrayDeque<Member> due = new ArrayDeque<>();
    private long periodEnd;
    private long lastTrial;
    private long seenRecoveries;

    Entry(Policy policy, Weighing weighing, LongSupplier recoveries) {
        this.policy = policy;
        this.weighing = weighing;
        this.recoveries = recoveries;
    }

    /** Adds a destination or changes it; true when it was not there. */
    synchronized boolean change(Destination to, double weight, boolean last, long now) {
        Member member = members.get(to.endPoint());
        if (member != null) {
            member.last = last;
            member.leaving = false;
            // a lease renewed is no news: what was measured stays
            if (!(member.measured && weight == ANNOUNCED)) {
                weigh(member, weight, now);
            }
            return false;
        }
        Member fresh = new Member(to, weight, last);
        fresh.slot = free.isEmpty() ? bySlot.size() : free.pop();
        if (fresh.slot == bySlot.size()) {
            bySlot.add(fresh);
        } else {
            bySlot.set(fresh.slot, fresh);
        }
        fresh.sampled = now - 2 * TRIAL_AGE;
        members.put(to.endPoint(), fresh);
        join(fresh, now);
        return true;
    }

    private void join(Member member, long now) {
        policy.add(member.slot, member.weight, now);
        member.inPolicy = true;
        if (weighing.measures() && !(member.measured && policy.explores())) {
            trials.put(member.slot, now);
        }
    }

    private void part(Member member) {
        policy.remove(member.slot);
        member.inPolicy = false;
        trials.remove(member.slot);
    }

    private void weigh(Member member, double weight, long now) {
        member.weight = weight;
        if (member.inPolicy) {
            policy.weigh(member.slot, weight, now);
        }
    }

    /** Takes a destination out; null when it was not there. */
    synchronized Destination remove(EndPoint endPoint) {
        Member member = members.remove(endPoint);
        if (member == null) {
            return null;
        }
        if (member.inPolicy) {
            part(member);
        } else {
            aside.remove(member);
        }
        touched.remove(member);
        due.remove(member);
        free.push(member.slot);
        bySlot.set(member.slot, null);
        return member.destination();
    }

    synchronized boolean isEmpty() {
        return members.isEmpty();
    }

    /** What stands in the table. */
    synchronized List<Row> rows() {
        return members.values().stream()
                .filter(m -> !m.leaving)
                .map(m -> new Row(m.destination().endPoint(), m.weight, m.last))
                .toList();
    }

    /** All are to leave unless they are added again. */
    synchronized void leave() {
        members.values().forEach(m -> m.leaving = true);
    }

    /** Who was to leave and did not come back. */
    synchronized List<EndPoint> left() {
        return members.values().stream()
                .filter(m -> m.leaving)
                .map(m -> m.destination().endPoint())
                .toList();
    }

    /** Destinations that may be chosen. */
    public synchronized List<Member> ready() {
        return members.values().stream().filter(m -> m.destination().up()).toList();
    }

    /** From now on another policy and rule; weights stay. */
    synchronized void rule(Policy other, Weighing rule, long now) {
        policy = other;
        weighing = rule;
        trials = new IndexedHeap();
        touched.clear();
        due.clear();
        for (Member member : members.values()) {
            if (member.inPolicy) {
                join(member, now);
            }
        }
    }

    /** Chooses where a request goes; null when all were tried. The choice must be ended. */
    public synchronized Member choose(int size, long now, Collection<Destination> tried) {
        // read before anybody is looked at: who comes back meanwhile is seen the next time
        long recovered = recoveries.getAsLong();
        if (!aside.isEmpty() && seenRecoveries != recovered) {
            takeBack(now);
        }
        seenRecoveries = recovered;
        flush(now);
        Member chosen = trial(now);
        while (chosen == null) {
            int slot = policy.pick(size, now);
            if (slot < 0) {
                return started(untried(aside, tried), now);
            }
            Member picked = bySlot.get(slot);
            if (picked.destination().up()) {
                chosen = picked;
            } else {
                part(picked);
                aside.add(picked);
            }
        }
        return started(
                tried.contains(chosen.destination()) ? untried(members.values(), tried) : chosen,
                now);
    }

    private Member started(Member member, long now) {
        if (member != null && member.inPolicy) {
            policy.started(member.slot, now);
        }
        return member;
    }

    private static Member untried(Collection<Member> from, Collection<Destination> tried) {
        Member resting = null;
        for (Member member : from) {
            if (!tried.contains(member.destination())) {
                if (member.destination().up()) {
                    return member;
                }
                resting = member;
            }
        }
        return resting;
    }

    private void takeBack(long now) {
        for (int i = aside.size(); i > 0; i--) {
            Member member = aside.poll();
            if (member.destination().up()) {
                join(member, now);
            } else {
                aside.add(member);
            }
        }
    }

    private Member trial(long now) {
        if (trials.topKey() > now || now - lastTrial < TRIAL_GAP) {
            return null;
        }
        Member member = bySlot.get(trials.top());
        long next = member.measured ? member.sampled + TRIAL_AGE : now;
        trials.put(member.slot, next > now ? next : now + (member.measured ? TRIAL_AGE : UNKNOWN));
        if (member.measured && policy.explores()) {
            trials.remove(member.slot);
            return null;
        }
        if (next > now || !member.destination().up()) {
            return null;
        }
        lastTrial = now;
        return member;
    }

    /** A choice has ended; the outcome is null when it failed. */
    public synchronized void ended(Member member, Policy.Outcome outcome, long now) {
        if (member.inPolicy) {
            policy.ended(member.slot, outcome, now);
        }
        if (outcome == null || members.get(member.destination().endPoint()) != member) {
            return;
        }
        if (weighing.kind() == Weighing.Kind.TRIVIAL) {
            if (member.period.take(outcome.seconds())) {
                touched.add(member);
            }
            if (!member.settled) {
                // its first period is not over: what there is so far
                weigh(member, weighing.of(member.period), now);
                member.measured = true;
            }
        } else if (weighing.measures()) {
            double seconds = Math.max(1e-6, outcome.seconds());
            long age = now - member.sampled;
            weigh(
                    member,
                    member.measured ? weighing.after(member.weight, seconds, age) : seconds,
                    now);
            member.measured = true;
        }
        member.sampled = now;
    }

    /** At the end of a period the weights follow, a few with each choice. */
    private void flush(long now) {
        if (weighing.kind() != Weighing.Kind.TRIVIAL) {
            return;
        }
        if (due.isEmpty() && now - periodEnd >= 0) {
            ArrayDeque<Member> swap = due;
            due = touched;
            touched = swap;
            periodEnd = now + weighing.period();
        }
        for (int i = 0; i < FLUSHES && !due.isEmpty(); i++) {
            Member member = due.poll();
            if (member.period.count() > 0) {
                weigh(member, member.period.take(weighing), now);
                member.settled = true;
            }
        }
    }

    /** A line of the table. */
    public record Row(EndPoint destination, double weight, boolean last) {}
}
